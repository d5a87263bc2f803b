import { tellOfExecutives } from "@/db/mutations/executives-clock";
import { tellOfPromises } from "@/db/mutations/promise-clock";
import { every, type End } from "@/lib/outbox/every";

declare global {
  var musterPromises: End | undefined;
}

const LOOK_EVERY = 15_000;

/** Tells of updates that are due soon or late, until this process ends. */
export function startPromiseClock(): void {
  globalThis.musterPromises ??= every(LOOK_EVERY, () => {
    tellOfPromises(Date.now());
    tellOfExecutives(Date.now());
  });
}
