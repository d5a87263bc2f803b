import { log } from "@/lib/log";
import { withOrigin } from "@/lib/origin";

/** Ends what runs again and again, once what runs just now is done. */
export type End = () => Promise<void>;

/**
 * Runs something at once and then again and again, `ms` after it was done, until it is ended. A failure
 * is logged, and the next turn tries again.
 */
export function every(ms: number, run: (isEnding: () => boolean) => Promise<void> | void): End {
  let hasEnded = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void>;

  async function turn(): Promise<void> {
    try {
      await withOrigin({ via: "system" }, () => run(() => hasEnded));
    } catch (error) {
      log.error({ err: error }, "something that runs again and again failed");
    }
    if (!hasEnded) timer = setTimeout(() => (running = turn()), ms).unref();
  }

  running = turn();
  return async () => {
    hasEnded = true;
    clearTimeout(timer);
    await running;
  };
}
