import { db } from "@/db/client";

const INDEXES = ["incidents", "events", "communications", "postmortems", "action_items"];

/** Throws where a full-text index says another thing than its table. */
export function checkSearchIndexes(): void {
  for (const table of INDEXES) {
    const index = `search_${table}`;
    db().$client.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  }
}
