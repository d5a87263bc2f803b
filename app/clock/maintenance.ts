import { runDueMaintenance } from "@/db/mutations/maintenance-clock";
import { every, type End } from "@/lib/outbox/every";

declare global {
  var musterClock: End | undefined;
}

/** What is planned for a minute happens within its first second or two. */
const LOOK_EVERY = 1000;

/** Begins and ends planned work when it is time, until this process ends. */
export function startMaintenanceClock(): void {
  globalThis.musterClock ??= every(LOOK_EVERY, () => {
    runDueMaintenance(Date.now());
  });
}
