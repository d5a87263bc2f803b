import { randomUUID } from "node:crypto";
import { format } from "node:util";
import pino from "pino";

export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  level: process.env.LOG_LEVEL ?? "info",
  formatters: { level: (label) => ({ level: label }) },
});

/** What libraries print becomes lines of the log, so that every line is JSON. */
export function logWhatIsPrinted() {
  const printAs =
    (level) =>
    (...args) =>
      log[level](format(...args));
  Object.assign(console, {
    error: printAs("error"),
    warn: printAs("warn"),
    log: printAs("debug"),
    info: printAs("debug"),
    debug: printAs("debug"),
  });
}

/** One line per request, with an id that its answer and the audit record carry too. */
export function logWhenDone(request, response) {
  const began = process.hrtime.bigint();
  const id = randomUUID();
  request.headers["x-request-id"] = id;
  response.setHeader("X-Request-Id", id);
  response.on("close", () => {
    const path = shownPath(request.url);
    if (path.startsWith("/_next/static/")) return;
    const ms = Math.round(Number(process.hrtime.bigint() - began) / 1e5) / 10;
    const status = response.writableFinished ? response.statusCode : "aborted";
    log.info({ id, method: request.method, path, status, ms }, "request");
  });
}

/** The path without its query, and of a link that opens something without its token. */
function shownPath(url) {
  try {
    const path = decodeURIComponent(url.split("?", 1)[0]);
    return path
      .replace(/^\/+s\/(?!view\/|plain\.css$).*/is, "/s/[token]")
      .replace(/^\/+status\/subscribe\/[^/]+/is, "/status/subscribe/[token]");
  } catch {
    return "[malformed]";
  }
}
