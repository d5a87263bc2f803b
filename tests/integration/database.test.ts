import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { openDatabase } from "@/db/open";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-db-"));
  file = join(folder, "data", "muster.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pragma = (sqlite: Database.Database, name: string) => sqlite.pragma(name, { simple: true });

/** The committed migrations, and one more that a later version might bring. */
function laterMigrations(sql: string): string {
  const later = join(folder, "migrations");
  cpSync("db/migrations", later, { recursive: true });
  const journalFile = join(later, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8"));
  const when = Date.UTC(2099, 0, 1);
  journal.entries.push({ idx: 99, version: "6", when, tag: "0099_later", breakpoints: true });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(join(later, "0099_later.sql"), sql);
  return later;
}

/** The committed migrations as they were when there was only the first. */
function firstMigration(): string {
  const first = join(folder, "first");
  cpSync("db/migrations", first, { recursive: true });
  const journalFile = join(first, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8"));
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  return first;
}

describe("openDatabase", () => {
  test("makes a private file with settings that lose no acknowledged write", () => {
    const { $client } = openDatabase(file);
    expect(pragma($client, "synchronous")).toBe(2);
    expect(pragma($client, "journal_mode")).toBe("wal");
    expect(pragma($client, "foreign_keys")).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
    $client.close();
  });

  test("makes only strict tables", () => {
    const { $client } = openDatabase(":memory:");
    const loose = $client
      .prepare("select name from pragma_table_list where strict = 0 and type = 'table'")
      .pluck()
      .all()
      .filter((name) => !/^(sqlite_|__drizzle)/.test(String(name)));
    expect(loose).toEqual([]);
  });

  test("refuses a file that is no database", () => {
    file = join(folder, "notes.txt");
    writeFileSync(file, "not a database, but long enough to be looked at ".repeat(40));
    expect(() => openDatabase(file)).toThrow("is not a database that Muster can read");
  });

  test("refuses another program's database and leaves it alone", () => {
    file = join(folder, "other.db");
    const other = new Database(file);
    other.exec("create table theirs (id integer)");
    other.close();
    expect(() => openDatabase(file)).toThrow("belongs to another program");
  });

  test("refuses an empty file, which is a lost database and not a new one", () => {
    file = join(folder, "muster.db");
    writeFileSync(file, "");
    expect(() => openDatabase(file)).toThrow("is empty");
  });

  test("refuses a database newer than the code", () => {
    const { $client } = openDatabase(file);
    $client.exec(
      "insert into __drizzle_migrations (hash, created_at) values ('later', 4102444800000)",
    );
    $client.close();
    expect(() => openDatabase(file)).toThrow("made by a newer Muster");
  });
});

describe("migrateDatabase", () => {
  test("copies an existing database aside before it changes it", () => {
    const { $client } = openDatabase(file);
    const aside = `${file}.before-${readMigrationFiles({ migrationsFolder: "db/migrations" }).length + 1}`;
    migrateDatabase($client, file, laterMigrations("create table later (id integer) strict;"));
    const copy = new Database(aside, { readonly: true });
    const later = copy.prepare("select 1 from sqlite_schema where name = 'later'").get();
    expect(later).toBeUndefined();
    expect(statSync(aside).mode & 0o777).toBe(0o600);
    copy.close();
    $client.close();
  });

  test("keeps the children of a table that is rebuilt", () => {
    const { $client } = openDatabase(file);
    $client.exec(`insert into incidents (id, key, title, severity, status, declared_at, declared_at_text, origin, created_at)
      values (1, 'INC-1', 'T', 'SEV1', 'open', 0, '1970-01-01T00:00:00Z', 'portal', 0)`);
    $client.exec(`insert into events (incident_id, seq, ordinal, at, timestamp, description, origin, recorded_at)
      values (1, 1, 0, 0, '1970-01-01T00:00:00Z', 'kept', 'portal', 0)`);
    const rebuild = laterMigrations(
      "create table copy (id integer primary key, key text);--> statement-breakpoint\ninsert into copy select id, key from incidents;--> statement-breakpoint\ndrop table incidents;--> statement-breakpoint\nalter table copy rename to incidents;",
    );
    migrateDatabase($client, file, rebuild);
    expect($client.prepare("select count(*) from events").pluck().get()).toBe(1);
    $client.close();
  });

  test("finds what a database from the first version holds", () => {
    mkdirSync(join(folder, "data"));
    const old = new Database(file);
    old.pragma("application_id = 0x4d555354");
    migrateDatabase(old, file, firstMigration());
    old.exec(`insert into incidents (id, key, title, severity, status, declared_at, declared_at_text, origin, created_at)
      values (7, 'INC-1', 'Older words', 'SEV1', 'monitoring', 0, '1970-01-01T00:00:00Z', 'import', 0)`);
    old.exec(`insert into events (incident_id, seq, ordinal, at, timestamp, description, origin, recorded_at)
      values (7, 1, 0, 0, '1970-01-01T00:00:00Z', 'A quokka smiled', 'import', 0)`);
    old.close();

    const { $client } = openDatabase(file);
    const found = (query: string) => $client.prepare(query).pluck().all();
    expect(
      found("select rowid from search_incidents where search_incidents match 'older'"),
    ).toEqual([7]);
    expect(found("select rowid from search_events where search_events match 'quokka'")).toEqual([
      1,
    ]);
    expect(found("select urgency from incidents")).toEqual(["SEV1"]);
    $client.exec("delete from incidents");
    expect(found("select rowid from search_events where search_events match 'quokka'")).toEqual([]);
    $client.close();
  });

  test("leaves nothing to do for the next start", () => {
    openDatabase(file).$client.close();
    openDatabase(file).$client.close();
    expect(readdirSync(join(folder, "data")).filter((name) => name.includes(".before-"))).toEqual(
      [],
    );
  });

  test("lets several processes start at once", async () => {
    const script = `import { openDatabase } from "@/db/open"; openDatabase(process.argv[1]).$client.close();`;
    const codes = await Promise.all(
      Array.from({ length: 6 }, () => {
        const child = spawn(process.execPath, [
          "--import",
          "tsx",
          "--input-type=module",
          "-e",
          script,
          file,
        ]);
        return new Promise((resolve) => child.on("exit", resolve));
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
