// A thread that carries statements to the primary and waits for its answers, so that the thread of the portal
// can wait for it and stay synchronous. It also sees to the process that keeps this machine's copy in step.
import { fork } from "node:child_process";
import { parentPort, workerData } from "node:worker_threads";

const { file, url, token, port, flags } = workerData;
const ANSWERED = 0;
const IS_UP = 1;
const PATIENCE = 5000; // milliseconds for one answer of the primary
const STEP_PATIENCE = 5000; // for this machine's copy to have what was just written
const LOOK_EVERY = 1000;
const STUCK_AFTER = 15_000;

const headers = { "Content-Type": "application/json" };
if (token) headers.Authorization = `Bearer ${token}`;

let baton = null;
let address = url;
let keeper;
let isEnding = false;
let wasUp = true;
let heardAt = Date.now();
let copyAt = -1;
let waiting = [];

startKeeper();
setInterval(look, LOOK_EVERY);
parentPort.on("message", (asked) => {
  void answer(asked).then((reply) => {
    port.postMessage(reply);
    Atomics.add(flags, ANSWERED, 1);
    Atomics.notify(flags, ANSWERED);
  });
});

async function answer(asked) {
  if (asked.end) return end();
  if (asked.begins) baton = null;
  if (asked.open) return opened();
  const tries = asked.isRepeatable ? 2 : 1;
  for (let left = tries; left > 0; left--) {
    try {
      return await carry(asked);
    } catch (error) {
      baton = null;
      if (left > 1 && error.name !== "TimeoutError") continue;
      Atomics.store(flags, IS_UP, 0);
      return { lost: String(error.cause?.message ?? error.message) };
    }
  }
}

/** Sends statements over one connection of the primary, in order, until the first that fails. */
async function carry({ requests, closes }) {
  const all = closes ? [...requests, { type: "close" }] : requests;
  const response = await fetch(`${address}/v3/pipeline`, {
    method: "POST",
    headers,
    body: JSON.stringify({ baton, requests: all }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`the primary answered ${response.status}`);
  const answered = await response.json();
  baton = closes ? null : answered.baton;
  address = closes ? url : (answered.base_url ?? address);
  Atomics.store(flags, IS_UP, 1);
  const failed = answered.results.find(({ type }) => type === "error");
  if (failed) return { failed: failed.error, isClosed: answered.baton === null };
  const results = answered.results.flatMap(({ response: { result } }) => result ?? []);
  if (closes)
    await inStep(Math.max(-1, ...results.map((each) => Number(each.replication_index ?? -1))));
  return { results };
}

/** Waits until this machine reads what it has written. What is stored stays so where that takes long. */
function inStep(index) {
  if (index <= copyAt) return;
  return new Promise((resolve) => {
    const wait = { index, resolve };
    waiting.push(wait);
    setTimeout(() => {
      waiting = waiting.filter((each) => each !== wait);
      resolve();
    }, STEP_PATIENCE);
    keeper.connected && keeper.send("sync");
  });
}

let hasOpened;
const opening = new Promise((resolve) => (hasOpened = resolve));
const opened = () => opening;

function startKeeper() {
  keeper = fork(new URL("./keeper.mjs", import.meta.url), {
    env: { ...process.env, MUSTER_COPY: JSON.stringify({ file, url, token }), RUST_LOG: "off" },
    execArgv: [],
  });
  heardAt = Date.now();
  keeper.on("message", (news) => {
    heardAt = Date.now();
    if (news.at !== undefined) reached(news.at);
    else hasOpened(news);
  });
  keeper.on("exit", () => {
    hasOpened({});
    if (!isEnding) setTimeout(startKeeper, LOOK_EVERY);
  });
}

function reached(at) {
  copyAt = at;
  const done = waiting.filter(({ index }) => index <= at);
  waiting = waiting.filter(({ index }) => index > at);
  for (const { resolve } of done) resolve();
  hasOpened({ at });
}

/** Finds out whether the primary is there, and starts a keeper anew that has not been heard of. */
async function look() {
  if (Date.now() - heardAt > STUCK_AFTER) keeper.kill("SIGKILL");
  try {
    const { ok } = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE) });
    saw(ok);
  } catch {
    saw(false);
  }
}

/** Whoever writes while the primary is away is told so without waiting, and the portal as soon as it is known. */
function saw(isUp) {
  Atomics.store(flags, IS_UP, isUp ? 1 : 0);
  if (!isUp && wasUp) parentPort.postMessage("away");
  wasUp = isUp;
}

/** The keeper's lock on the copy is free once it has gone. */
function end() {
  isEnding = true;
  if (keeper.exitCode !== null || keeper.signalCode !== null) return {};
  return new Promise((resolve) => {
    keeper.once("exit", () => resolve({}));
    keeper.kill("SIGKILL");
  });
}
