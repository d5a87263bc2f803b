import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { lockBeside, migrateDatabase } from "./migrate";
import { openCopy } from "./primary/handle";
import type { PrimaryAddress } from "./primary/primary";
import * as schema from "./schema";

/** Marks a SQLite file as Muster's, so that a wrong file is refused instead of changed: "MUST". */
export const APPLICATION_ID = 0x4d555354;

export type Db = ReturnType<typeof openDatabase>;

/**
 * Opens the database file, makes it on the first start, brings it to this code's schema, and asserts
 * the settings on which durability rests. Throws one sentence where that cannot be. With a primary the file
 * is a copy of its database, and all changes are made there.
 */
export function openDatabase(file: string, primary?: PrimaryAddress) {
  const sqlite = primary ? openCopy(file, primary) : openOwn(file);
  migrateDatabase(sqlite, file);
  return drizzle(sqlite, { schema, casing: "snake_case" });
}

const openOwn = (file: string) => (file === ":memory:" ? openFile(file) : openClaimed(file));

/** A new file is made and marked alone, so that nobody else meets it empty. */
function openClaimed(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) {
    const sqlite = openFile(file);
    if (isClaimed(sqlite)) return sqlite;
    sqlite.close();
  }
  const lock = lockBeside(file);
  try {
    const isNew = !existsSync(file);
    const sqlite = openFile(file);
    if (!isClaimed(sqlite)) claim(sqlite, isNew, file);
    return sqlite;
  } finally {
    lock.close();
  }
}

function openFile(file: string): Database.Database {
  const sqlite = new Database(file, { timeout: 5000 });
  if (file !== ":memory:") chmodSync(file, 0o600);
  setPragmas(sqlite, file);
  return sqlite;
}

const isClaimed = (sqlite: Database.Database) =>
  sqlite.pragma("application_id", { simple: true }) === APPLICATION_ID;

function setPragmas(sqlite: Database.Database, file: string): void {
  try {
    sqlite.pragma("journal_mode = WAL");
  } catch (cause) {
    throw new Error(`${file} is not a database that Muster can read.`, { cause });
  }
  sqlite.pragma("synchronous = FULL"); // NORMAL loses acknowledged writes on a power cut
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("trusted_schema = OFF");
  sqlite.pragma("cell_size_check = ON");
  sqlite.pragma("journal_size_limit = 67108864");
  const [synchronous, foreignKeys] = ["synchronous", "foreign_keys"].map((name) =>
    sqlite.pragma(name, { simple: true }),
  );
  if (synchronous !== 2 || foreignKeys !== 1) throw new Error(`${file} refused its settings.`);
}

function claim(sqlite: Database.Database, isNew: boolean, file: string): void {
  const tables = sqlite.prepare("select count(*) from sqlite_schema").pluck().get();
  if (!isNew && tables !== 0) {
    throw new Error(`${file} belongs to another program. Choose another DATA_DIR.`);
  }
  if (!isNew && tables === 0) {
    throw new Error(
      `${file} is empty, which a Muster database never is. Restore a backup, or remove the file to start anew.`,
    );
  }
  sqlite.pragma(`application_id = ${APPLICATION_ID}`);
}
