import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import Database from "better-sqlite3";
import { freePort, startServer, type OwnServer } from "@/tests/e2e/own-server";
import { randomFrom, type Random } from "../benchmark/random";
import { COLUMNS, doSomething, emptyLog, type Log, type Portal, type Written } from "./mix";
import { FOR_LOAD, openPortal } from "./portal";

const AT_ONCE = 6;
const SOONEST = 50;
const LATEST = 1500;

export type Killed = {
  acknowledged: number;
  reads: number;
  lost: Written[];
  integrity: unknown;
  orphans: unknown;
  /** What `muster audit verify` says; it throws where the record is not whole. */
  audit: string;
};

/**
 * Kills a portal with `kill -9` at random moments of a mixed load, again and again on the same data, and says what
 * of all that it acknowledged is not there.
 */
export async function killAgainAndAgain(
  times: number,
  seed: number,
  say: (line: string) => void = () => undefined,
): Promise<Killed> {
  const random = randomFrom(seed);
  const first = await openPortal({ PORT: String(await freePort()) });
  const { portal } = first;
  const settings = { ...FOR_LOAD, PORT: new URL(portal.url).port, DATA_DIR: first.server.dataDir };
  const log = emptyLog();
  for (let round = 1; round <= times; round += 1) {
    const server = round === 1 ? first.server : await startServer(settings);
    await loadUntilKilled(server, portal, random, log);
    say(`${round}: ${log.written.length} writes acknowledged, ${log.reads} reads answered`);
  }
  const last = await startServer(settings);
  await last.stop();
  return verdictOf(first.server.dataDir, log);
}

async function loadUntilKilled(server: OwnServer, portal: Portal, random: Random, log: Log) {
  const gone = once(server.process, "exit");
  let isGone = false;
  void gone.then(() => (isGone = true));
  const began = log.written.length;
  const worker = async () => {
    while (!isGone) await doSomething(portal, random, log);
  };
  const workers = Array.from({ length: AT_ONCE }, worker);
  while (log.written.length === began && !isGone) await pause(5);
  await pause(SOONEST + random.below(LATEST - SOONEST));
  server.process.kill("SIGKILL");
  await Promise.all([gone, ...workers]);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function verdictOf(dataDir: string, log: Log): Killed {
  const sqlite = new Database(join(dataDir, "muster.db"), { readonly: true });
  const integrity = sqlite.pragma("integrity_check", { simple: true });
  const orphans = sqlite.pragma("foreign_key_check");
  sqlite.close();
  const env = { ...process.env, DATA_DIR: dataDir };
  const verify = ["scripts/muster.mjs", "audit", "verify"];
  return {
    ...{ acknowledged: log.written.length, reads: log.reads, integrity, orphans },
    lost: lostOf(dataDir, log.written),
    audit: execFileSync(process.execPath, verify, { env, encoding: "utf8" }),
  };
}

/** The writes that are not in this data folder's database. */
export function lostOf(dataDir: string, written: Written[]): Written[] {
  const sqlite = new Database(join(dataDir, "muster.db"), { readonly: true });
  const stored = new Map(
    Object.entries(COLUMNS).map(([table, column]) => {
      const texts = sqlite.prepare(`select ${column} from ${table}`).pluck().all();
      return [table, new Set(texts)] as const;
    }),
  );
  sqlite.close();
  return written.filter(({ table, text }) => !stored.get(table)?.has(text));
}
