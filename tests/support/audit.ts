import { recordAudit } from "@/db/mutations/audit";
import { db } from "@/db/client";
import { withOrigin } from "@/lib/origin";

/** So many entries, the n-th by somebody about `object n`. */
export function writeEntries(count: number): void {
  const origin = { via: "session", address: "192.0.2.1", requestId: "r-1" } as const;
  for (let n = 1; n <= count; n += 1) {
    withOrigin(origin, () =>
      recordAudit("Ada", "thing:change", `object ${n}`, { before: n, after: "ä" }),
    );
  }
}

/** Changes the record as somebody could who holds the file: the triggers do not stand in their way. */
export function tamper(statements: string): void {
  const { $client } = db();
  const triggers = $client
    .prepare(
      "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'audit_log'",
    )
    .all()
    .map((row) => row as { name: string; sql: string });
  for (const { name } of triggers) $client.exec(`drop trigger ${name}`);
  $client.exec(statements);
  for (const { sql } of triggers) $client.exec(sql);
}
