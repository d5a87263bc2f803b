import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Root } from "hast";
import { log } from "@/lib/log";

const PATIENCE_MS = 3000;

type Parser = { worker: Promise<Worker> | undefined; turn: Promise<unknown> };

declare global {
  var musterMarkdownParser: Parser | undefined;
}

/**
 * The sanitised tree of a Markdown text, one text after another in a thread of its own, so that a text
 * made to keep a parser busy holds up nobody; `undefined` when it takes too long or grows too large.
 */
export function parseMarkdown(markdown: string): Promise<Root | undefined> {
  const parser = (globalThis.musterMarkdownParser ??= {
    worker: undefined,
    turn: Promise.resolve(),
  });
  const answer = parser.turn.then(async () => {
    const worker = await (parser.worker ??= startWorker());
    const tree = await ask(worker, markdown);
    if (tree === "ended") parser.worker = undefined;
    return tree === "ended" || tree === "too large" ? undefined : tree;
  });
  parser.turn = answer.catch(() => (parser.worker = undefined));
  return answer;
}

async function startWorker(): Promise<Worker> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), "lib/markdown/worker.mjs");
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  worker.on("error", (error) => log.warn({ error: error.message }, "Markdown thread failed"));
  await once(worker, "message");
  worker.unref();
  return worker;
}

function ask(worker: Worker, markdown: string): Promise<Root | "too large" | "ended"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    const end = () => settle("ended");
    const settle = (answer: Root | "too large" | "ended") => {
      clearTimeout(timer);
      worker.off("message", settle);
      worker.off("exit", end);
      resolve(answer);
    };
    worker.once("message", settle);
    worker.once("exit", end);
    worker.postMessage(markdown);
  });
}
