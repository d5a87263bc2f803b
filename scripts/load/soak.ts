import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Listeners } from "../measure/listeners";
import { signIn } from "../measure/sign-in";
import { randomFrom } from "../benchmark/random";
import { doSomething, emptyLog } from "./mix";
import { openPortal } from "./portal";

const MB = 1024 * 1024;
const PAGES_OPEN = 20;
const AT_ONCE = 8;

export type Sample = {
  minute: number;
  /** The memory of the portal's process, and how much of the database's log there is, in MB. */
  memory: number;
  log: number;
  /** The files and connections that the process has open. */
  files: number;
  done: number;
  p50: number;
  p99: number;
};

export type Soaked = { samples: Sample[]; others: Map<number, number>; ended: number | null };

type Wanted = { minutes: number; samples: number; perSecond: number };

/**
 * Lets a portal live through a realistic load: people and programs read and write at this rate, while pages stand
 * open and are left. Tells what the process holds as time goes by; Linux alone says so.
 */
export async function soak(
  { minutes, samples: most, perSecond }: Wanted,
  say: (sample: Sample) => void = () => undefined,
): Promise<Soaked> {
  const { server, portal } = await openPortal();
  const { pid = 0 } = server.process;
  const log = emptyLog();
  const random = randomFrom(1);
  const readers = await signIn(server, "viewer");
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 60_000;
  const isOver = () => elapsed() >= minutes;

  const worker = async () => {
    while (!isOver()) {
      await doSomething(portal, random, log);
      await pause((random.next() * 2000 * AT_ONCE) / perSecond);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, worker);
  const samples: Sample[] = [];
  for (let number = 1; number <= most; number += 1) {
    const pages = new Listeners(portal.url);
    await pages.open(PAGES_OPEN, [readers]);
    await pause(Math.max(0, ((minutes * number) / most - elapsed()) * 60_000));
    const sample = { minute: elapsed(), ...heldBy(pid, server.dataDir), ...spent(log.times) };
    log.times = [];
    samples.push(sample);
    say(sample);
    pages.close();
  }
  await Promise.all(workers);
  const ended = await server.stop();
  rmSync(server.dataDir, { recursive: true });
  return { samples, others: log.others, ended };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function heldBy(pid: number, dataDir: string) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return {
    memory: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024),
    log: Math.round((statSync(join(dataDir, "muster.db-wal")).size / MB) * 10) / 10,
    files: readdirSync(`/proc/${pid}/fd`).length,
  };
}

function spent(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { done: times.length, p50: at(0.5), p99: at(0.99) };
}

/** How much more the last quarter holds than the second one, as a share: the first is for warming up. */
export function growth(samples: Sample[], what: "memory" | "files"): number {
  const quarter = Math.floor(samples.length / 4);
  const mean = (some: Sample[]) =>
    some.reduce((sum, sample) => sum + sample[what], 0) / Math.max(1, some.length);
  const early = mean(samples.slice(quarter, 2 * quarter));
  return (mean(samples.slice(-quarter)) - early) / early;
}
