import type { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

declare global {
  /** The id of the request that is being answered; the server puts it there. */
  var musterRequestId: AsyncLocalStorage<string> | undefined;
}

/**
 * One JSON line per entry on standard output, with the id of the request that it came from. Secrets and bodies are
 * never passed to it.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => ({ id: globalThis.musterRequestId?.getStore() }),
  redact: ["password", "token", "cookie", "authorization", "*.password", "*.token"],
});
