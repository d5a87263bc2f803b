// The portal's one process: prepares the data folder, then serves until it is told to stop.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import next from "next";
import pino from "pino";
import { boxOf } from "./box.mjs";

const SECONDS_TO_FINISH = 8;
const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  level: process.env.LOG_LEVEL ?? "info",
});

/** Prepares and serves; prints the box when the portal answers. */
export async function serve() {
  if (!existsSync(".next/BUILD_ID")) stop("The portal is not built yet. Run: npm start");
  const ready = prepare();
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATA_DIR: ready.dataDir,
    BASE_URL: ready.baseUrl,
  });

  const app = next({ dev: false, dir: process.cwd(), hostname: ready.host, port: ready.port });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = createServer((request, response) => {
    logWhenDone(request, response);
    nameTheSender(request);
    if (request.headers["content-encoding"])
      return refuse(response, 415, "Send the body without a content encoding.");
    answer(request, response);
  });
  server.requestTimeout = 60_000;
  server.on("error", (error) => stop(sentenceOf(error, ready)));
  server.listen(ready.port, ready.host, () => process.stdout.write(boxOf(ready)));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => finish(server));
}

/** Checks the environment, the port and the data folder, and loads what a first start needs. */
function prepare() {
  const step = spawnSync(process.execPath, ["--import", "tsx", "scripts/prepare.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (step.status !== 0) process.exit(1);
  return JSON.parse(step.stdout);
}

/** One line per request; a shared link's token never reaches it, nor does a query string. */
function logWhenDone(request, response) {
  const began = process.hrtime.bigint();
  const id = randomUUID();
  response.setHeader("X-Request-Id", id);
  response.on("finish", () => {
    const path = (request.url ?? "/").split("?")[0].replace(/^\/s\/[^/]+/, "/s/[token]");
    if (path.startsWith("/_next/static/")) return;
    const ms = Math.round(Number(process.hrtime.bigint() - began) / 1e5) / 10;
    log.info({ id, method: request.method, path, status: response.statusCode, ms }, "request");
  });
}

/** Only a proxy that the operator trusts may say who sends; anyone else could write what they like. */
function nameTheSender(request) {
  if (process.env.TRUST_PROXY === "1") return;
  for (const name of Object.keys(request.headers)) {
    if (/^(x-forwarded-|forwarded$|x-real-ip$)/.test(name)) delete request.headers[name];
  }
  request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
}

function refuse(response, status, error) {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ error }));
}

/** Lets running requests finish, for some seconds, then leaves. */
function finish(server) {
  const late = setTimeout(() => process.exit(0), SECONDS_TO_FINISH * 1000);
  late.unref();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
}

function sentenceOf(error, { host, port }) {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is in use. Stop the program that has it, or choose another: PORT=${port + 1} npm start`;
  }
  return `Cannot listen on ${host}:${port}: ${error.message}.`;
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
