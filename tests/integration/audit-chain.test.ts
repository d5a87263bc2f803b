import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db, replaceDatabase, transaction } from "@/db/client";
import { chainOldEntries, recordAudit, recordReading } from "@/db/mutations/audit";
import { openDatabase } from "@/db/open";
import { headOfChain, storedRows } from "@/db/queries/audit-rows";
import { auditLog } from "@/db/schema";
import { readHeads, writeHead } from "@/lib/audit/heads";
import { headKeeper } from "@/lib/audit/kept-head";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys, signingKey } from "@/lib/auth/audit-keys";
import { withOrigin } from "@/lib/origin";
import { tamper, writeEntries } from "@/tests/support/audit";
import { freshDatabase } from "@/tests/support/database";

freshDatabase();

const verdict = (heads?: Map<number, string>) =>
  verifyChain(storedRows(), { keys: auditKeys(), heads });
const faultOf = (statements: string) => {
  tamper(statements);
  return verdict().fault;
};

describe("an entry of the audit record", () => {
  test("says who, what, from where and by which request", () => {
    writeEntries(1);

    expect(db().select().from(auditLog).get()).toMatchObject({
      ...{ id: 1, kind: "change", actor: "Ada", action: "thing:change", object: "object 1" },
      ...{ detail: { before: 1, after: "ä" }, via: "session", address: "192.0.2.1" },
      ...{ requestId: "r-1", keyId: "test" },
    });
  });

  test("is the portal's own where no door was passed", () => {
    recordAudit("system", "a:b", "c");
    expect(db().select().from(auditLog).get()).toMatchObject({ via: "system", address: null });
  });

  test("keeps its origin through what is awaited, and gives it back after", async () => {
    await withOrigin({ via: "token 4" }, async () => {
      await Promise.resolve();
      recordAudit("Ada", "a:b", "c");
    });
    recordAudit("Ada", "a:b", "d");

    const vias = db().select({ via: auditLog.via }).from(auditLog).all();
    expect(vias).toEqual([{ via: "token 4" }, { via: "system" }]);
  });

  test("goes with the change that is undone, and leaves no hole", () => {
    writeEntries(1);
    expect(() =>
      transaction(() => {
        recordAudit("Ada", "a:b", "undone");
        throw new Error("no");
      }),
    ).toThrow("no");
    recordReading("Ada", "incident:export", "incident INC-1");

    expect(verdict()).toMatchObject({ entries: 2, head: { id: 2 } });
    expect(verdict().fault).toBeUndefined();
  });

  test.each([
    "update audit_log set actor = 'Eve' where id = 1",
    "update audit_log set hash = 'x' where id = 1",
    "delete from audit_log where id = 1",
    "insert into audit_log (at, actor, action, object) values (1, 'Eve', 'a:b', 'c')",
    "insert or replace into audit_log (id, at, actor, action, object, hash) values (1, 1, 'Eve', 'a:b', 'c', 'x')",
  ])("stays as it is: %s", (statement) => {
    writeEntries(1);
    expect(() => db().$client.exec(statement)).toThrow(/^The audit record/);
  });
});

describe("a record that somebody changed", () => {
  beforeEach(() => writeEntries(6));

  test.each([
    ["actor = 'Adb'", 3],
    ["at = at + 1", 1],
    [`detail = replace(detail, '"after"', '"aftes"')`, 6],
    ["detail = null", 2],
    ["kind = 'reading'", 4],
    ["incident_id = 1", 4],
    ["via = 'system'", 4],
    ["address = null", 4],
    ["request_id = 'r-2'", 4],
    ["hash = replace(hash, substr(hash, 1, 1), 'g')", 5],
    ["key_id = 'other'", 5],
  ])("is named at the entry whose %s", (change, id) => {
    expect(faultOf(`update audit_log set ${change} where id = ${id}`)).toMatchObject({
      is: "changed",
      id,
    });
  });

  test("is named where one is missing, and where some are", () => {
    expect(faultOf("delete from audit_log where id = 3")?.says).toBe("Entry 3 is missing.");
    expect(faultOf("delete from audit_log where id = 4")?.says).toBe("Entries 3 to 4 are missing.");
  });

  test("is named where the first is missing", () => {
    expect(faultOf("delete from audit_log where id = 1")?.says).toBe("Entry 1 is missing.");
  });

  test("is named where two changed places", () => {
    const swap = `update audit_log set id = 99 where id = 3;
      update audit_log set id = 3 where id = 5; update audit_log set id = 5 where id = 99;`;
    expect(faultOf(swap)).toEqual({
      is: "swapped",
      id: 3,
      says: "Entry 3 stands in the place of another: its own words stand as entry 5.",
    });
  });

  test("is named where the words of two changed places and the hashes stayed", () => {
    const swap = `update audit_log set object = case id when 3 then 'object 4' else 'object 3' end
      where id in (3, 4)`;
    expect(faultOf(swap)).toMatchObject({ is: "changed", id: 3 });
  });

  test("is named at an entry that was put in without the key", () => {
    const forged =
      "insert into audit_log (at, kind, actor, action, object) values (1, 'change', 'Eve', 'a:b', 'c')";
    expect(faultOf(forged)).toMatchObject({ is: "unsigned", id: 7 });
    recordAudit("Ada", "thing:change", "object 8");
    expect(verdict().fault).toMatchObject({ is: "unsigned", id: 7 });
  });

  test("is named where its end was cut, by what is written down elsewhere", () => {
    const heads = new Map([[6, headOfChain().hash]]);
    tamper("delete from audit_log where id > 4");

    expect(verdict().fault).toBeUndefined();
    expect(verdict(heads).fault).toMatchObject({ is: "cut", id: 5 });
    writeEntries(2);
    expect(verdict(heads).fault).toMatchObject({ is: "cut", id: 6 });
    expect(verdict(heads).fault?.says).toContain("was cut off and written anew");
  });
});

describe("entries from before there was a chain", () => {
  const old = (count: number) => {
    for (let n = 1; n <= count; n += 1) {
      tamper(
        `insert into audit_log (at, actor, action, object, detail) values (${n}, 'Ada', 'a:b', 'c', '{"n":${n}}')`,
      );
    }
  };

  test("are chained once, in their order", () => {
    old(3);
    chainOldEntries();
    const { hash } = headOfChain();
    chainOldEntries();

    expect(verdict()).toEqual({ entries: 3, head: { id: 3, hash } });
  });

  test("are chained by the next change, where no start came before it", () => {
    old(2);
    recordAudit("Ada", "a:b", "c");
    expect(verdict()).toMatchObject({ entries: 3, head: { id: 3 } });
  });

  test("may have holes of their own, which later ones may not", () => {
    old(3);
    tamper("delete from audit_log where id = 2");
    recordAudit("Ada", "a:b", "c");
    expect(verdict()).toMatchObject({ entries: 3, head: { id: 4 } });
    expect(faultOf("delete from audit_log where id = 3")?.says).toBe("Entries 2 to 3 are missing.");
  });
});

describe("the heads outside of the database", () => {
  let folder = "";
  const file = () => join(folder, "audit-heads.log");
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "muster-heads-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("are written where they moved, each on a sealed line", () => {
    const keep = headKeeper(file(), headOfChain, signingKey);
    keep(0);
    writeEntries(1);
    keep(1);
    keep(2);
    writeEntries(1);
    keep(3);

    const { heads, unusable } = readHeads(file(), auditKeys());
    expect([...heads]).toEqual([
      [1, expect.any(String)],
      [2, headOfChain().hash],
    ]);
    expect(unusable).toBe(0);
  });

  test("are not believed where somebody else wrote them, nor where a line broke off", () => {
    writeEntries(1);
    writeHead(file(), headOfChain(), signingKey(), 0);
    const line = readFileSync(file(), "utf8");
    writeFileSync(file(), `${line.replace('"id":1', '"id":9')}${line}${line.slice(0, 40)}`);

    const { heads, unusable } = readHeads(file(), auditKeys());
    expect([...heads.keys()]).toEqual([1]);
    expect(unusable).toBe(2);
  });

  test("of two processes that write at once make one chain", () => {
    const path = join(folder, "muster.db");
    replaceDatabase(openDatabase(path));
    const first = db();
    const second = openDatabase(path);
    for (let turn = 0; turn < 10; turn += 1) {
      globalThis.musterDb = turn % 2 === 0 ? first : second;
      writeEntries(1);
    }
    expect(verdict()).toMatchObject({ entries: 10, head: { id: 10 } });
    first.$client.close();
    second.$client.close();
    globalThis.musterDb = undefined;
  });
});
