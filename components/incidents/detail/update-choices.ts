import { COMPONENT_STATUSES, type ComponentStatus } from "@/lib/domain/component";
import { dueTimeOf } from "@/lib/domain/due-time";
import type { NextUpdateChoice } from "@/lib/domain/next-update";
import type { ChoosableComponent } from "./update-subject";

/** The composer's two fields for the next update as one choice. */
export function nextUpdateOf(choice: string, at: string, now: number): NextUpdateChoice {
  const nextUpdateAt = dueTimeOf(at, now);
  if (nextUpdateAt !== undefined) return { nextUpdateAt };
  if (choice === "usual") return { asUsual: true };
  return choice === "none" ? {} : { nextUpdateMinutes: Number(choice) };
}

/** The states that are chosen, by component id. */
export function chosenStates(
  components: ChoosableComponent[],
  stateOf: (component: ChoosableComponent) => string,
): Map<number, ComponentStatus> {
  return new Map(
    components.flatMap((component): [number, ComponentStatus][] => {
      const state = COMPONENT_STATUSES.find((each) => each === stateOf(component));
      return state ? [[component.id, state]] : [];
    }),
  );
}
