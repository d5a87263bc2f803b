import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db, replaceDatabase, transaction } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { declareIncident } from "@/db/mutations/incidents";
import { openDatabase, type Db } from "@/db/open";
import { foreignCommits } from "@/db/queries/changes";
import { assertWritable } from "@/db/queries/health";
import { UnwritableError } from "@/lib/domain/error";
import { noteStored, storageTrouble } from "@/lib/storage";
import { makeViewer } from "@/tests/support/make";
import { sqldPath, startSqld, type Sqld } from "@/tests/support/sqld";

let folder: string;
let sqld: Sqld;
let others: Db[] = [];

describe.skipIf(!sqldPath)("a portal beside a libSQL server", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "muster-primary-"));
    sqld = await startSqld();
    replaceDatabase(openCopyOf("here"));
  }, 120_000);
  afterEach(() => {
    for (const other of others) other.$client.close();
    others = [];
    noteStored();
  });
  afterAll(async () => {
    replaceDatabase(undefined);
    await sqld.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const openCopyOf = (name: string) => openDatabase(join(folder, `${name}.db`), sqld.address);
  const openOther = (name: string) => {
    const other = openCopyOf(name);
    others.push(other);
    return other;
  };
  const declare = (title: string) =>
    declareIncident(makeViewer(), { title, severity: "SEV2", submissionKey: title });
  const titlesIn = ({ $client }: Db) =>
    $client.prepare("select title from incidents").pluck().all();

  test("reads at once what it has written", () => {
    declare("Checkout is slow");
    expect(titlesIn(db())).toContain("Checkout is slow");
  });

  test("shows on other machines what it has written", async () => {
    const other = openOther("there");
    declare("Search is slow");
    await expect.poll(() => titlesIn(other), { timeout: 20_000 }).toContain("Search is slow");
  });

  test("notices what another machine has written", async () => {
    const here = globalThis.musterDb;
    const before = foreignCommits();
    globalThis.musterDb = openOther("writer");
    declare("Mail is slow");
    globalThis.musterDb = here;
    await expect.poll(foreignCommits, { timeout: 20_000 }).not.toBe(before);
    await expect.poll(() => titlesIn(db()), { timeout: 20_000 }).toContain("Mail is slow");
  });

  test("keeps every kind of value to the letter", () => {
    const { $client } = db();
    const given = ["ü “☃” \u0000 end", 1.5, 2 ** 53 - 1, -0.25, null, Buffer.from([0, 1, 255])];
    const sql = "select ? as a, ? as b, ? as c, ? as d, ? as e, ? as f";
    const local = $client
      .prepare(sql)
      .raw()
      .get(...given);
    const remote = transaction(() =>
      $client
        .prepare(sql)
        .raw()
        .get(...given),
    );
    expect(remote).toEqual(local);
    expect(remote).toEqual(given);
  });

  test("refuses to bind what SQLite cannot hold", () => {
    const bind = () => transaction(() => db().$client.prepare("select ?").get(new Date(0)));
    expect(bind).toThrow(TypeError);
  });

  test("undoes all of a transaction that fails, and says why it did", () => {
    const { $client } = db();
    const count = () => $client.prepare("select count(*) from incidents").pluck().get();
    const before = count();
    const twice = () =>
      transaction(() => {
        declare("Twice");
        expect(count()).toBe(Number(before) + 1);
        $client.prepare("insert into incidents (id, key) select id, key from incidents").run();
      });
    expect(twice).toThrow(/constraint failed/);
    expect($client.inTransaction).toBe(false);
    expect(count()).toBe(before);
  });

  test("keeps foreign keys, triggers and the full-text search as one machine does", () => {
    const { $client } = db();
    const { key } = declare("Checkout turns customers away");
    const found = $client
      .prepare("select count(*) from search_incidents where search_incidents match 'turns'")
      .pluck();
    expect(found.get()).toBe(1);
    const orphan = `insert into incident_members (incident_id, user_id, added_by, added_at)
      values (999999, 999999, 'Ada', 1)`;
    expect(() => $client.prepare(orphan).run()).toThrow(/FOREIGN KEY/);
    expect(() => $client.exec("delete from audit_log")).toThrow(/audit record/);
    expect(key).toMatch(/^INC-/);
  });

  test("gives the command line a copy of its own while the portal keeps the usual one, and clears up", () => {
    const left = join(folder, "copy-left");
    mkdirSync(left);
    utimesSync(left, new Date(0), new Date(0));
    const second = openDatabase(join(folder, "here.db"), sqld.address);
    expect(titlesIn(second)).toEqual(titlesIn(db()));
    const copies = () => readdirSync(folder).filter((name) => name.startsWith("copy-"));
    expect(copies()).toHaveLength(1);
    second.$client.close();
    expect(copies()).toEqual([]);
  }, 60_000);

  test("keeps its copy from others on the machine", () => {
    expect(statSync(join(folder, "here.db")).mode & 0o077).toBe(0);
  });

  test("reads on while the server is gone, refuses changes in words, and heals by itself", async () => {
    const { key } = declare("Stays readable");
    sqld.signal("SIGKILL");
    const write = () =>
      addEvent(makeViewer(), { key, type: "investigation", description: "lost", at: Date.now() });
    expect(write).toThrow(UnwritableError);
    expect(write).toThrow(/main database/);
    expect(titlesIn(db())).toContain("Stays readable");
    expect(storageTrouble()?.kind).toBe("primary");
    expect(assertWritable).toThrow(UnwritableError);

    await sqld.restart();
    noteStored();
    await expect.poll(() => isDone(write), { timeout: 20_000, interval: 200 }).toBe(true);
  }, 60_000);

  test("opens its copy for reading where the server is away from the start", async () => {
    openCopyOf("early").$client.close();
    sqld.signal("SIGKILL");
    const early = openOther("early");
    expect(titlesIn(early)).toContain("Stays readable");
    const never = () => openCopyOf("never");
    expect(never).toThrow();
    await sqld.restart();
  }, 60_000);

  test("takes all of another server's database that stands in its place", async () => {
    const elsewhere = join(folder, "elsewhere");
    const data = join(elsewhere, "dbs", "default", "data");
    const made = openDatabase(data);
    made.$client.exec("create table moved (id integer primary key) strict");
    made.$client.close();
    openCopyOf("moved").$client.close();
    const another = await startSqld(elsewhere);
    const moved = openDatabase(join(folder, "moved.db"), another.address);
    others.push(moved);
    expect(moved.$client.prepare("select count(*) from moved").pluck().get()).toBe(0);
    expect(titlesIn(moved)).toEqual([]);
    await another.stop();
  }, 60_000);

  test("does not hang where the server takes connections and never answers", async () => {
    sqld.signal("SIGSTOP");
    expect(assertWritable).toThrow(UnwritableError);
    const began = Date.now();
    expect(assertWritable).toThrow(UnwritableError);
    expect(Date.now() - began).toBeLessThan(1000);
    sqld.signal("SIGCONT");
    await expect
      .poll(() => (noteStored(), isDone(assertWritable)), { timeout: 30_000, interval: 500 })
      .toBe(true);
  }, 60_000);
});

function isDone(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
