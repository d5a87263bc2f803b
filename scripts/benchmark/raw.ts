import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { replaceDatabase } from "@/db/client";
import * as schema from "@/db/schema";

/** The statements, with their values in place, that some reads send to SQLite. */
export function statementsOf(file: string, read: () => void): string[] {
  const statements: string[] = [];
  const sqlite = new Database(file, {
    readonly: true,
    verbose: (sql) => statements.push(String(sql)),
  });
  replaceDatabase(drizzle(sqlite, { schema, casing: "snake_case" }));
  read();
  replaceDatabase(undefined);
  return statements;
}

/** The milliseconds that SQLite alone needs for these statements, prepared once, time after time. */
export function timeRaw(file: string, statements: string[], times: number): number[] {
  const sqlite = new Database(file, { readonly: true });
  const prepared = statements.map((sql) => sqlite.prepare(sql).raw());
  const measured = Array.from({ length: times }, () => {
    const began = performance.now();
    for (const statement of prepared) statement.all();
    return performance.now() - began;
  });
  sqlite.close();
  return measured;
}
