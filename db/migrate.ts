import { chmodSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles, type MigrationMeta } from "drizzle-orm/migrator";

/** Where the upgrades of the schema are. */
export const MIGRATIONS = join(process.cwd(), "db", "migrations");

/**
 * Brings a database to this code's schema: alone (a lock beside the file), after a copy of what was
 * there, and with foreign keys off outside of the transaction, because inside it that pragma does
 * nothing and a rebuilt table would take its children with it. All of it happens or, where it fails or is
 * killed, nothing. Refuses a database newer than the code.
 */
export function migrateDatabase(
  sqlite: Database.Database,
  file: string,
  migrationsFolder: string = MIGRATIONS,
): void {
  const migrations = readMigrationFiles({ migrationsFolder });
  const known = migrations.map(({ folderMillis }) => folderMillis);
  if (isCurrent(sqlite, known)) return;

  const lock = file === ":memory:" ? undefined : lockBeside(file);
  try {
    if (isCurrent(sqlite, known)) return;
    if (appliedOf(sqlite).length > 0) copyAside(sqlite, file);
    sqlite.pragma("foreign_keys = OFF");
    sqlite.transaction(apply).immediate(sqlite, migrations);
  } finally {
    sqlite.pragma("foreign_keys = ON");
    lock?.close();
  }
}

function apply(sqlite: Database.Database, migrations: MigrationMeta[]): void {
  const before = rowCounts(sqlite);
  sqlite.exec(
    "create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)",
  );
  const applied = appliedOf(sqlite);
  const note = sqlite.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)");
  for (const { sql, hash, folderMillis } of migrations) {
    if (applied.includes(folderMillis)) continue;
    for (const statement of sql) sqlite.exec(statement);
    note.run(hash, folderMillis);
  }
  assertWhole(sqlite, before);
}

/** When each upgrade that a database has seen was written. */
export function appliedOf(sqlite: Database.Database): number[] {
  const table = sqlite
    .prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'")
    .get();
  if (!table) return [];
  const rows = sqlite.prepare("select created_at from __drizzle_migrations").pluck().all();
  return rows.map(Number);
}

function isCurrent(sqlite: Database.Database, known: number[]): boolean {
  const applied = appliedOf(sqlite);
  if (applied.some((when) => !known.includes(when))) {
    throw new Error(
      "This database was made by a newer Muster. Start that version, or restore the backup from before the upgrade.",
    );
  }
  return known.every((when) => applied.includes(when));
}

/** Holds an exclusive lock in a side file until it is closed; waits at most a minute for it. */
export function lockBeside(file: string): Database.Database {
  const lock = new Database(`${file}.migrate-lock`, { timeout: 60_000 });
  lock.exec("BEGIN EXCLUSIVE");
  return lock;
}

function copyAside(sqlite: Database.Database, file: string): void {
  if (file === ":memory:") return;
  const copy = `${file}.before-${appliedOf(sqlite).length + 1}`;
  const draft = `${copy}.draft`;
  rmSync(draft, { force: true });
  sqlite.prepare("VACUUM INTO ?").run(draft);
  chmodSync(draft, 0o600);
  renameSync(draft, copy);
}

/** The rows of each table, but for the full-text indexes: theirs come and go as SQLite packs them. */
export function rowCounts(sqlite: Database.Database): Map<string, number> {
  const names = sqlite
    .prepare(
      `select name from sqlite_schema
       where type = 'table' and name not like 'sqlite^_%' escape '^' and name not like 'search^_%' escape '^'`,
    )
    .pluck()
    .all()
    .map(String);
  return new Map(
    names.map((name) => [
      name,
      Number(sqlite.prepare(`select count(*) from "${name}"`).pluck().get()),
    ]),
  );
}

function assertWhole(sqlite: Database.Database, before: Map<string, number>): void {
  const broken = sqlite.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error("The upgrade of the database left rows without their parents.");
  }
  const after = rowCounts(sqlite);
  for (const [table, rows] of before) {
    const now = after.get(table);
    if (now !== undefined && now < rows) {
      throw new Error(`The upgrade of the database lost rows of ${table}.`);
    }
  }
}
