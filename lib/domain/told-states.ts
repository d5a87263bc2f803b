import type { ComponentStatus } from "./component";

/** That an update told of a component's state. */
export type Told = { status: ComponentStatus; at: number };

/**
 * The states that a component went through as updates told of it, in the order of time, and at last the one in
 * which it stands. It is taken to have worked before the first of them.
 */
export function toldStates<T extends Told>(told: T[], standing: Told | undefined): (T | Told)[] {
  const inOrder = told.toSorted((a, b) => a.at - b.at);
  const states: (T | Told)[] = inOrder.filter(
    ({ status }, i) => status !== (inOrder[i - 1]?.status ?? "operational"),
  );
  const last = states.at(-1);
  if (!standing || standing.status === (last?.status ?? "operational")) return states;
  return [...states, { ...standing, at: Math.max(standing.at, last?.at ?? standing.at) }];
}
