// The portal's one process: prepares the data folder, then serves until it is told to stop.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { boxOf } from "./box.mjs";
import { isUnderstood } from "./server/action-call.mjs";
import { refuse, refuseBroken } from "./server/answer.mjs";
import { readBody, replay } from "./server/body.mjs";
import { capOf, enter, hostOf, mayCarry } from "./server/gate.mjs";
import { headersFor } from "./server/headers.mjs";
import { prepare } from "./server/prepare.mjs";
import { publishSite } from "./server/public-site.mjs";
import { log, logWhatIsPrinted, logWhenDone } from "./server/request-log.mjs";

const SECONDS_TO_FINISH = 8;

/** Prepares and serves; prints the box when the portal answers. */
export async function serve() {
  if (!existsSync(".next/BUILD_ID")) stop("The portal is not built yet. Run: npm start");
  const { settings, ready } = await prepare();
  if (!settings || (!ready && !isSiteKept(settings.dataDir))) {
    process.exit(1);
  }
  logWhatIsPrinted();
  const { host, port } = settings;
  const site = publishSite(settings);
  const portal = { answer: ready ? await openPortal(settings) : sayUnavailable };
  const server = makeServer(portal, settings.baseUrl, site);
  server.on("error", (error) => stop(sentenceOf(error, settings)));
  server.listen(port, host, () => {
    if (ready) process.stdout.write(boxOf({ ...settings, ...ready }));
    else openLater(portal, settings);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => finish(server, site));
}

/** Whether there is a page to show without the database: the newest, or while it was replaced the one before. */
const isSiteKept = (dataDir) =>
  ["site.json", "site-before.json"].some((name) => existsSync(join(dataDir, "status", name)));

/** Starts Next, and gives what answers for the portal. */
async function openPortal({ host, port, dataDir, baseUrl, statusUrl }) {
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    BASE_URL: baseUrl,
    STATUS_URL: statusUrl,
    MUSTER_BUILD: readFileSync(".next/BUILD_ID", "utf8").trim(),
  });
  const upgrades = createServer(); // where Next waits for WebSockets: it never listens, none are answered
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port, httpServer: upgrades });
  await app.prepare();
  return app.getRequestHandler();
}

const AGAIN_AFTER = 10_000;

/** While the data cannot be used, the public page stays up, and the portal opens as soon as they can. */
function openLater(portal, settings) {
  process.stderr.write(
    "Only the public page is served, as it last was. Trying again until the data can be used.\n",
  );
  const attempt = async () => {
    const { ready } = await prepare("again");
    if (!ready) return setTimeout(attempt, AGAIN_AFTER);
    portal.answer = await openPortal(settings);
    return process.stdout.write(boxOf({ ...settings, ...ready }));
  };
  setTimeout(attempt, AGAIN_AFTER);
}

function sayUnavailable(_, response) {
  refuse(response, {
    status: 503,
    error: "The portal’s data cannot be read at the moment. The public page is up, as it last was.",
  });
}

/** Lets in what a browser sends, whole and within its bounds; the rest never reaches the portal. */
function makeServer(portal, baseUrl, site) {
  const headers = headersFor(baseUrl);
  const server = createServer({
    requestTimeout: 60_000,
    headersTimeout: 15_000,
    keepAliveTimeout: 75_000, // longer than a proxy's, so that it meets no connection that just closed
    requireHostHeader: false, // the gate asks for it, and answers like everywhere
  });
  server.on("request", (request, response) => {
    if (site.answers(request, response)) return;
    logWhenDone(request, response);
    response.setHeaders(new Map(Object.entries(headers)));
    serveOne(portal.answer, baseUrl, request, response).catch((error) => {
      if (request.socket.destroyed) return; // whoever asked is gone
      log.error({ err: error }, "a request failed");
      if (!response.headersSent)
        refuse(response, { status: 500, error: "Something broke on our side." });
    });
  });
  server.on("checkExpectation", (_, response) => {
    response.setHeaders(new Map(Object.entries(headers)));
    refuse(response, { status: 417, error: "Send the request without expectations." });
  });
  server.on("clientError", (error, socket) => refuseBroken(error, socket, headers));
  return server;
}

async function serveOne(answer, baseUrl, request, response) {
  const { path, ...refusal } = enter(request, baseUrl);
  if (path === undefined) return refuse(response, refusal);
  nameTheSender(request);
  if (!mayCarry(request.method)) return answer(request, response);

  const body = await readBody(request, capOf(path, request.headers));
  if (!body) return refuse(response, { status: 413, error: "This is more than can be sent here." });
  if (!(await isUnderstood(request.headers, body)))
    return refuse(response, { status: 400, error: "This request is not well formed." });
  return answer(replay(request, body), response);
}

/**
 * Only a proxy that the operator trusts may say for whom it sends, and nothing else; anyone could write
 * what they like. Next compares the origin of a form, which the gate let in, with the forwarded host.
 */
function nameTheSender({ headers, socket }) {
  const sender = process.env.TRUST_PROXY === "1" ? headers["x-forwarded-for"] : undefined;
  for (const name of Object.keys(headers)) {
    if (/^(x-forwarded-|forwarded$|x-real-ip$)/.test(name)) delete headers[name];
  }
  headers["x-forwarded-for"] = sender ?? socket.remoteAddress ?? "unknown";
  const host = hostOf(headers.origin);
  if (host !== undefined) headers["x-forwarded-host"] = host;
}

/**
 * Lets running requests and the mail that is on its way finish, for some seconds, then leaves. Live streams
 * would never finish: they end at once, and their pages come back by themselves.
 */
function finish(server, site) {
  const late = setTimeout(() => process.exit(0), SECONDS_TO_FINISH * 1000);
  late.unref();
  const sent = Promise.resolve(globalThis.musterOutbox?.end());
  server.close(() =>
    sent.then(() => globalThis.musterAuditHeads?.end()).finally(() => process.exit(0)),
  );
  site.end();
  globalThis.musterHub?.end();
  globalThis.musterTexts?.end();
  setInterval(() => server.closeIdleConnections(), 50).unref();
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
