import pino from "pino";

/** One JSON line per entry on standard output. Secrets and bodies are never passed to it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: ["password", "token", "cookie", "authorization", "*.password", "*.token"],
});
