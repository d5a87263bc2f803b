// Runs the thread that prepares the public site, and hands its files to whoever answers.
import { Worker } from "node:worker_threads";

const AGAIN_AFTER = 1000;

/** Calls back with all files whenever some changed. A thread that ends is started again. */
export function startPublisher({ dataDir, url }, onFiles, onError) {
  const files = new Map();
  let isEnding = false;
  let worker;

  function start() {
    worker = new Worker(new URL("../status/thread.mjs", import.meta.url), {
      workerData: { dataDir, url },
    });
    worker.on("message", ({ changed, removed }) => {
      for (const file of changed) files.set(file.path, file);
      for (const path of removed) files.delete(path);
      onFiles([...files.values()]);
    });
    worker.on("error", onError);
    worker.on("exit", () => {
      if (!isEnding) setTimeout(start, AGAIN_AFTER).unref();
    });
  }

  start();
  return {
    end() {
      isEnding = true;
      return worker.terminate();
    },
  };
}
