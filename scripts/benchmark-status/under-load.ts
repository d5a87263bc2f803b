import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Load, Loaded } from "./load";
import { processorTime, withChildren } from "./processor";

const run = promisify(execFile);

export type Measured = Loaded & {
  /** Microseconds of the server's processor for one request. */
  work: number;
  perSecond: number;
};

/** Loads a server from another process, and says what each request cost it. */
export async function underLoad(pid: number, load: Load): Promise<Measured> {
  const loader = ["--import", "tsx", "scripts/benchmark-status/load.ts", JSON.stringify(load)];
  const pids = withChildren(pid);
  const before = processorTime(pids);
  const { stdout } = await run(process.execPath, loader);
  const loaded: Loaded = JSON.parse(stdout);
  const spent = processorTime(pids) - before;
  return {
    ...loaded,
    work: (spent * 1000) / loaded.requests,
    perSecond: loaded.requests / load.seconds,
  };
}
