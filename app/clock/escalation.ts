import { callDue } from "@/db/mutations/escalation-clock";
import { every, type End } from "@/lib/outbox/every";

declare global {
  var musterEscalation: End | undefined;
}

const LOOK_EVERY = 2000;

/** Calls the next ones where nobody responds in time, until this process ends. */
export function startEscalationClock(): void {
  globalThis.musterEscalation ??= every(LOOK_EVERY, () => {
    callDue(Date.now());
  });
}
