import { afterEach, beforeEach } from "vitest";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";

/** Gives each test of the file a fresh, real SQLite of its own. */
export function freshDatabase(): void {
  beforeEach(() => replaceDatabase(openDatabase(":memory:")));
  afterEach(() => replaceDatabase(undefined));
}
