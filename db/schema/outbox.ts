import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { JsonObject } from "@/lib/domain/record";
import { MESSAGE_KINDS, MESSAGE_STATES } from "@/lib/domain/outbox";
import { createdAt, instant, json } from "./columns";

/** Messages that leave the portal, written in the transaction that gives the reason for them. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: integer().primaryKey(),
    key: text().notNull().unique(), // names the message for good: what is sent twice bears the same
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    recipient: text().notNull(), // an e-mail address
    subject: text().notNull(),
    payload: json<JsonObject>().notNull(), // what its kind needs to be sent
    state: text({ enum: MESSAGE_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    dueAt: instant().notNull(), // when to try next
    claimedUntil: instant(), // who sends it has it until then
    sentAt: instant(),
    problem: text(), // what went wrong the last time
    createdAt: createdAt(),
  },
  (table) => [
    index("outbox_by_due").on(table.state, table.dueAt),
    index("outbox_by_recipient").on(table.recipient, table.createdAt),
  ],
);
