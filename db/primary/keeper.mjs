// Keeps this machine's copy of the primary's database in step. A process of its own, because its SQLite and
// that of the portal must not hold the same file within one process; and in it a thread, because a look at a
// primary that does not answer blocks as long as that lasts.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import Replica from "libsql";

const SYNC_EVERY = 300; // milliseconds: what another machine wrote shows here within a second
const LOCK_WAIT = 3000;

if (isMainThread) supervise(JSON.parse(process.env.MUSTER_COPY ?? "{}"));
else keep(workerData);

function supervise(given) {
  const leave = () => process.kill(process.pid, "SIGKILL"); // the thread may be where nothing else ends it
  process.on("disconnect", leave);
  process.umask(0o077);
  globalThis.musterLock = new Database(`${given.file}.keeper`, { timeout: LOCK_WAIT });
  try {
    globalThis.musterLock.exec("BEGIN EXCLUSIVE"); // until this process ends: one at a time keeps a copy
  } catch {
    process.send({ taken: true });
    return;
  }
  const thread = new Worker(new URL(import.meta.url), { workerData: given });
  thread.on("message", (news) => process.connected && process.send(news));
  thread.on("exit", leave);
  thread.on("error", leave);
  process.on("message", () => thread.postMessage("sync"));
}

function keep({ file, url, token }) {
  const replica = new Replica(file, { syncUrl: url, authToken: token, readYourWrites: false });
  let timer;

  function step() {
    clearTimeout(timer);
    try {
      parentPort.postMessage({ at: replica.sync().frame_no ?? 0 });
    } catch (error) {
      parentPort.postMessage({ problem: String(error.message ?? error).split("\n", 1)[0] });
    }
    timer = setTimeout(step, SYNC_EVERY);
  }

  parentPort.on("message", step);
  step();
}
