import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replaceDatabase } from "@/db/client";
import { openDatabase, type Db } from "@/db/open";
import { storedRows } from "@/db/queries/audit-rows";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys } from "@/lib/auth/audit-keys";
import { sqldPath, startSqld, type Sqld } from "@/tests/support/sqld";

type Machine = { child: ChildProcess; file: string };

const MACHINES = ["a", "b", "c"];
const ENOUGH = { timeout: 60_000, interval: 100 };

describe.skipIf(!sqldPath)("three portals over a libSQL server, each killed in its turn", () => {
  let folder: string;
  let sqld: Sqld;
  const machines = new Map<string, Machine>();
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "muster-machines-"));
    sqld = await startSqld();
    openDatabase(join(folder, "first.db"), sqld.address).$client.close();
  }, 120_000);
  afterAll(async () => {
    for (const { child } of machines.values()) child.kill("SIGKILL");
    replaceDatabase(undefined);
    await sqld.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(name: string, file = join(folder, `${name}.db`)): void {
    const script = "tests/support/write-shared.ts";
    const child = spawn(
      process.execPath,
      ["--import", "tsx", script, file, sqld.address.url, name],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let rest = "";
    child.stdout.on("data", (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString()}`.split("\n");
      rest = lines.pop() ?? "";
      said.push(...lines);
    });
    machines.set(name, { child, file });
  }

  async function kill(name: string): Promise<void> {
    const child = machines.get(name)?.child;
    if (!child) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  const saidOf = (verb: string) =>
    said.filter((line) => line.startsWith(`${verb} `)).map((line) => line.slice(verb.length + 1));
  const storedBy = (name: string) =>
    saidOf("stored").filter((text) => text.startsWith(`${name}-`)).length;

  /** Each of them stores some more, so that it is there and works. */
  async function allWork(): Promise<void> {
    const before = new Map(MACHINES.map((name) => [name, storedBy(name)]));
    for (const name of MACHINES) {
      await expect.poll(() => storedBy(name), ENOUGH).toBeGreaterThan((before.get(name) ?? 0) + 3);
    }
  }

  test("agree in the end, and have lost nothing that was acknowledged", async () => {
    for (const name of MACHINES) start(name);
    await allWork();

    for (const name of MACHINES) {
      await kill(name);
      start(name, name === "b" ? join(folder, "b-elsewhere.db") : undefined);
      await allWork();
    }
    sqld.signal("SIGKILL");
    await expect.poll(() => said.includes("refused"), ENOUGH).toBe(true);
    await sqld.restart();
    await allWork();
    for (const name of MACHINES) await kill(name);

    const copies = [...machines.values()].map(({ file }) => openDatabase(file, sqld.address));
    for (const copy of copies)
      await expect.poll(() => contentsOf(copy)).toEqual(contentsOf(copies[0]));
    const [copy] = copies;
    const stored = new Set(copy?.$client.prepare("select description from events").pluck().all());
    expect(saidOf("stored").filter((text) => !stored.has(text))).toEqual([]);
    for (const each of copies) {
      expect(each.$client.pragma("integrity_check", { simple: true })).toBe("ok");
    }

    globalThis.musterDb = copy;
    expect(verifyChain(storedRows(), { keys: auditKeys() }).fault).toBeUndefined();
    globalThis.musterDb = undefined;
    for (const each of copies) each.$client.close();
  }, 300_000);

  test("have sent each message once", () => {
    const sent = saidOf("sent");
    expect(sent.length).toBeGreaterThan(MACHINES.length);
    expect(new Set(sent).size).toBe(sent.length);
  });

  test("have shown each other what they wrote", () => {
    expect(saidOf("saw").length).toBeGreaterThan(10);
  });
});

/** All rows of the tables that the portals wrote. */
function contentsOf(database: Db | undefined): unknown[] {
  return ["incidents", "events", "outbox", "audit_log"].map((table) =>
    database?.$client.prepare(`select * from ${table} order by id`).raw().all(),
  );
}
