import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { z } from "zod";
import { appliedOf, MIGRATIONS, rowCounts } from "./migrate";
import { APPLICATION_ID } from "./open";

/** What a database file holds, and what is wrong with it. */
export type Inspected = {
  problems: string[];
  /** How many upgrades of the schema it has seen. */
  schema: number;
  isNewer: boolean;
  isCurrent: boolean;
  rows: Record<string, number>;
  auditHead: { id: number; hash: string };
};

const NOTHING = {
  schema: 0,
  isNewer: false,
  isCurrent: false,
  rows: {},
  auditHead: { id: 0, hash: "" },
};

/** Opens a file that nobody writes to, only to read, and looks at all of it. */
export function inspectDatabase(file: string): Inspected {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    return inspect(sqlite);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...NOTHING, problems: [`${file} cannot be read: ${why}.`] };
  } finally {
    sqlite?.close();
  }
}

function inspect(sqlite: Database.Database): Inspected {
  if (sqlite.pragma("application_id", { simple: true }) !== APPLICATION_ID) {
    return { ...NOTHING, problems: ["This is not a database of Muster."] };
  }
  const problems = integrityProblems(sqlite);
  if (problems.length > 0) return { ...NOTHING, problems };
  return {
    problems,
    ...schemaOf(sqlite),
    rows: Object.fromEntries(rowCounts(sqlite)),
    auditHead: headOf(sqlite),
  };
}

/** What SQLite finds wrong with its pages and with what refers to other rows; at most ten of each. */
export function integrityProblems(sqlite: Database.Database): string[] {
  const words = sqlite.prepare("pragma integrity_check(10)").pluck().all().map(String);
  const damaged = words.filter((word) => word !== "ok").map((word) => `Damaged: ${word}.`);
  const lost = z
    .array(z.object({ table: z.string(), parent: z.string() }))
    .parse(sqlite.prepare("select * from pragma_foreign_key_check limit 10").all())
    .map(({ table, parent }) => `A row of ${table} refers to one of ${parent} that is not there.`);
  return [...damaged, ...lost];
}

/** How far a database's schema is, and whether only newer code knows it. */
export function schemaOf(sqlite: Database.Database) {
  const applied = appliedOf(sqlite);
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(
    ({ folderMillis }) => folderMillis,
  );
  const isNewer = applied.some((when) => !known.includes(when));
  return { schema: applied.length, isNewer, isCurrent: applied.length === known.length };
}

/** The newest entry of the audit record; a schema from before there was a chain has no hashes. */
function headOf(sqlite: Database.Database): Inspected["auditHead"] {
  const columns = sqlite.prepare("select name from pragma_table_info('audit_log')").pluck().all();
  if (!columns.includes("hash")) return NOTHING.auditHead;
  const newest = sqlite.prepare("select id, hash from audit_log order by id desc limit 1").get();
  const head = z.object({ id: z.int(), hash: z.string().nullable() }).safeParse(newest).data;
  return { id: head?.id ?? 0, hash: head?.hash ?? "" };
}
