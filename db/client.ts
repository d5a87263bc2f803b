import { join } from "node:path";
import { tellOfCommit } from "@/lib/commits";
import { env } from "@/lib/env";
import { openDatabase, type Db } from "./open";
import { storing } from "./storing";

declare global {
  var musterDb: Db | undefined;
}

/** The database's file within a data folder. */
export const databaseFile = (dataDir: string) => join(dataDir, "muster.db");

/**
 * This process's one handle, opened by the first call. Pages and handlers are bundled apart and meet on
 * `globalThis`.
 */
export function db(): Db {
  return (globalThis.musterDb ??= openDatabase(databaseFile(env().dataDir), env().primary));
}

/** Puts another database in place (a test's), or none. */
export function replaceDatabase(next: Db | undefined): void {
  globalThis.musterDb?.$client.close();
  globalThis.musterDb = next;
}

/**
 * Runs all of it or none of it. It takes the write lock first, so that what it reads cannot change
 * under it; called inside another transaction it joins that one.
 */
export function transaction<T>(run: () => T): T {
  const { $client } = db();
  if ($client.inTransaction) return run();
  const result = storing(() => $client.transaction(run).immediate());
  tellOfCommit();
  return result;
}
