import { sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { assertStorable } from "@/lib/storage";

/** Takes the write lock and gives it back; throws where the database cannot be written now. */
export function assertWritable(): void {
  assertStorable();
  transaction(() => db().get(sql`select 1`));
}
