import { setTimeout } from "node:timers/promises";
import { measureStale } from "@/db/mutations/figures";
import { every, type End } from "@/lib/outbox/every";

declare global {
  var musterFigures: End | undefined;
}

const LOOK_EVERY = 500;

/** So few that nobody has to wait for them. */
const AT_ONCE = 5;

/** Measures what changed, for the insights: at most half of the time, so that requests are answered in between. */
export function startFigures(): void {
  globalThis.musterFigures ??= every(LOOK_EVERY, async (isEnding) => {
    while (!isEnding()) {
      const began = performance.now();
      if (measureStale(AT_ONCE) === 0) return;
      await setTimeout(performance.now() - began);
    }
  });
}
