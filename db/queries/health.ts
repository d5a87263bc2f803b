import { sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";

/** Takes the write lock and gives it back; throws where the database cannot be written now. */
export function assertWritable(): void {
  transaction(() => db().get(sql`select 1`));
}
