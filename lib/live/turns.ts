import { log } from "@/lib/log";

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
export const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

export const logFailure = (error: unknown) => log.error({ err: error }, "live updates failed");

/** A database that cannot be read for a moment ends no server. False where it failed. */
export function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    logFailure(error);
    return false;
  }
}
