import { afterEach, beforeEach } from "vitest";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { freshSharedDatabase } from "./shared-database";

/**
 * Gives each test of the file a fresh, real SQLite of its own; with TEST_DATABASE=libsql one on a libSQL
 * server, as where several machines share a database.
 */
export function freshDatabase(): void {
  if (process.env.TEST_DATABASE === "libsql") return freshSharedDatabase();
  beforeEach(() => replaceDatabase(openDatabase(":memory:")));
  afterEach(() => replaceDatabase(undefined));
}
