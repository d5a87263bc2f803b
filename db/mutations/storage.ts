import { sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";

/** Writes a row as it is, which reaches the disk like any change and changes nothing. */
export function rewriteSomething(): void {
  transaction(() =>
    db().run(
      sql`update __drizzle_migrations set hash = hash where id = (select min(id) from __drizzle_migrations)`,
    ),
  );
}
