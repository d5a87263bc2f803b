import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db, replaceDatabase } from "@/db/client";
import { chainOldEntries } from "@/db/mutations/audit";
import { addEvent } from "@/db/mutations/events";
import { followAllTexts } from "@/db/mutations/postmortem-revisions";
import { openDatabase } from "@/db/open";
import { storedRows } from "@/db/queries/audit-rows";
import { exportRecord } from "@/db/queries/record";
import { verifyChain } from "@/lib/audit/verify";
import { auditKeys } from "@/lib/auth/audit-keys";
import { parseRecord } from "@/lib/record/parse";
import { makeViewer } from "../support/make";
import { readsOf } from "../support/reads";

/**
 * A database as each released schema had it, written by the last code of that schema: its demo, and a least
 * row in every table that the demo leaves empty.
 */
const RELEASED = "tests/support/released";
const schemas = readdirSync(RELEASED).map((name) => name.slice(0, 4));

let folder: string;
const file = () => join(folder, "muster.db");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-upgrade-"));
});
afterEach(() => {
  replaceDatabase(undefined);
  rmSync(folder, { recursive: true });
});

type Row = Record<string, unknown>;

/** Every row of every table, but for the full-text indexes and what migrations write of themselves. */
function allRows(sqlite: Database.Database): Map<string, Row[]> {
  const tables = sqlite
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'search^_%' escape '^'
       and name not like 'sqlite^_%' escape '^' and name not like '^_^_%' escape '^'`,
    )
    .pluck()
    .all()
    .map(String);
  return new Map(
    tables.map((name) => [name, sqlite.prepare<[], Row>(`select * from "${name}"`).all()]),
  );
}

/** The rows of a table now, with the columns that it had before. */
function sameColumns(table: string, before: Row[]): Row[] {
  const names = Object.keys(before[0] ?? {}).map((name) => `"${name}"`);
  return db()
    .$client.prepare<[], Row>(`select ${names.join(", ")} from "${table}"`)
    .all();
}

/** The rows of the copy that was put aside before the upgrade. */
function rowsAside(): Map<string, Row[]> {
  const [aside = ""] = readdirSync(folder).filter((name) => name.includes(".before-"));
  const copy = new Database(join(folder, aside), { readonly: true });
  const rows = allRows(copy);
  copy.close();
  return rows;
}

describe.each(schemas)("a database of schema %s", (schema) => {
  test("is kept aside, and becomes today's with every row, to be read and written", () => {
    writeFileSync(file(), gunzipSync(readFileSync(join(RELEASED, `${schema}.db.gz`))));
    const old = new Database(file());
    const before = allRows(old);
    old.close();

    replaceDatabase(openDatabase(file()));
    expect(rowsAside()).toEqual(before);
    for (const [table, rows] of before) {
      expect(rows.length, table).toBeGreaterThan(0);
      expect(sameColumns(table, rows), table).toEqual(rows);
    }
    const { $client } = db();
    expect($client.pragma("integrity_check", { simple: true })).toBe("ok");
    expect($client.pragma("foreign_key_check")).toEqual([]);

    chainOldEntries();
    followAllTexts();
    expect(verifyChain(storedRows(), { keys: auditKeys() }).fault).toBeUndefined();

    const admin = makeViewer({ role: "admin" });
    const keys = $client.prepare("select key from incidents").pluck().all().map(String);
    expect(() => readsOf(admin, "INC-2024-0142")).not.toThrow();
    for (const key of keys) {
      expect(parseRecord(exportRecord(admin, key) ?? ""), key).toMatchObject({ ok: true });
      addEvent(admin, { key, type: "investigation", description: "Written later", at: 1000 });
    }
    const found = $client
      .prepare("select count(*) from search_events where search_events match 'later'")
      .pluck()
      .get();
    expect(found).toBe(keys.length);
  });
});
