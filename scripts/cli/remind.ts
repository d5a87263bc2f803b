import { sendOnce } from "@/app/outbox/outbox";
import type { Io } from "./records";

/** Sends the reminders that are due by now, and what else waits, as the portal does by itself while it runs. */
export async function runRemind(args: string[], { out, err }: Io): Promise<number> {
  if (args.length > 0) {
    err("Usage: muster remind");
    return 2;
  }
  const queued = await sendOnce(Date.now());
  out(queued === 1 ? "1 reminder was due." : `${queued} reminders were due.`);
  return 0;
}
