import { parentPort } from "node:worker_threads";
import { layOut } from "./lay-out.mjs";

parentPort?.on("message", (markdown) => {
  parentPort?.postMessage(layOut(markdown) ?? "too large");
});

parentPort?.postMessage("ready");
