import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { format } from "node:util";
import pino from "pino";
import { countRequest, kindOf } from "./metrics.mjs";
import { shownPath } from "./shown-path.mjs";

/** The id of the request that is being answered; each bundle's log reads it here. */
const requestId = (globalThis.musterRequestId ??= new AsyncLocalStorage());

export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  level: process.env.LOG_LEVEL ?? "info",
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => ({ id: requestId.getStore() }),
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

/**
 * Answers a request under an id that its answer, each line of the log and the audit record carry, and writes one
 * line when that is done.
 */
export function logged(request, response, answer) {
  const began = process.hrtime.bigint();
  const id = idOf(request.headers["x-request-id"]);
  request.headers["x-request-id"] = id;
  response.setHeader("X-Request-Id", id);
  response.on("close", () => {
    const path = shownPath(request.url);
    const status = response.writableFinished ? response.statusCode : "aborted";
    const { method, headers } = request;
    countRequest(kindOf(path, headers), { method, status, began });
    if (path.startsWith("/_next/static/")) return;
    const ms = Math.round(Number(process.hrtime.bigint() - began) / 1e5) / 10;
    log.info({ id, method, path, status, ms }, "request");
  });
  return requestId.run(id, answer);
}

/** The id by which the proxy in front knows the request, where the operator trusts it; else a new one. */
const idOf = (given) =>
  process.env.TRUST_PROXY === "1" && /^[\w.:-]{8,64}$/.test(given ?? "") ? given : randomUUID();
