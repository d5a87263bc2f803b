import type { Limit } from "@/lib/domain/limits";

export type Counted = { limit: Limit; key: string; count: number };

declare global {
  var musterCounted: Map<string, Counted> | undefined;
}

/** Begins to collect what this process counts; one that shares its database with nobody never does. */
export function collectCounts(): void {
  globalThis.musterCounted ??= new Map();
}

/** Notes that somebody was counted here. */
export function noteCounted(limit: Limit, key: string): void {
  const counted = globalThis.musterCounted;
  if (!counted) return;
  const known = counted.get(`${limit} ${key}`);
  if (known) known.count += 1;
  else counted.set(`${limit} ${key}`, { limit, key, count: 1 });
}

/** Gives what was counted since it was last asked for. */
export function takeCounted(): Counted[] {
  const counted = [...(globalThis.musterCounted?.values() ?? [])];
  globalThis.musterCounted?.clear();
  return counted;
}
