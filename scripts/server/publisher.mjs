// Runs the thread that prepares the public site, and hands what it changes to whoever answers.
import { Worker } from "node:worker_threads";

const THREAD = new URL("../status/thread.mjs", import.meta.url);
const AGAIN_AFTER = 1000;
const MOST_MEMORY = 1024; // megabytes, of which a site of 5,000 incidents needs a part

/**
 * Calls back with every change of the files. A thread that ends is started again, and goes on from there. What makes
 * a copy only reads the data folder. `onStanding` hears since when nothing new is known.
 */
export function startPublisher(given, onChange, onError) {
  const { dataDir, url, isCopy, thread = THREAD, onStanding, onZoned } = given;
  const sent = new Map();
  let isEnding = false;
  let worker;

  function start() {
    worker = new Worker(thread, {
      workerData: { dataDir, url, sent, isCopy },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    worker.on("message", ({ change, standing, zoned, problem }) => {
      if (problem) return onError(new Error(problem));
      if (standing) return onStanding?.(standing);
      if (zoned) return onZoned?.(zoned);
      for (const path of change.removed) sent.delete(path);
      for (const { path, etag } of change.changed) sent.set(path, etag);
      onChange(change);
    });
    worker.on("error", onError);
    worker.on("exit", () => {
      if (!isEnding) setTimeout(start, AGAIN_AFTER).unref();
    });
  }

  start();
  return {
    /** Asks for a page in another zone, which `onZoned` hears of. */
    want: (wanted) => worker.postMessage(wanted),
    end() {
      isEnding = true;
      return worker.terminate();
    },
  };
}
