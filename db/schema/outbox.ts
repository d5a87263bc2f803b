import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { JsonObject } from "@/lib/domain/record";
import { MESSAGE_KINDS, MESSAGE_STATES } from "@/lib/domain/outbox";
import { createdAt, instant, json } from "./columns";
import { notices } from "./notices";
import { channels } from "./notifications";
import { subscribers } from "./subscribers";
import { users } from "./users";

/** Messages that leave the portal, written in the transaction that gives the reason for them. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: integer().primaryKey(),
    key: text().notNull().unique(), // names the message for good: what is sent twice bears the same
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    recipient: text().notNull(), // an e-mail address, or where a webhook goes
    subject: text().notNull(),
    payload: json<JsonObject>().notNull(), // what its kind needs to be sent
    rank: integer().notNull().default(0), // lower ones go first
    subscriberId: integer().references(() => subscribers.id, { onDelete: "cascade" }),
    noticeId: integer().references(() => notices.id, { onDelete: "set null" }),
    channelId: integer().references(() => channels.id, { onDelete: "cascade" }),
    userId: integer().references(() => users.id, { onDelete: "cascade" }),
    state: text({ enum: MESSAGE_STATES }).notNull(),
    attempts: integer().notNull().default(0),
    dueAt: instant().notNull(), // when to try next
    claimedUntil: instant(), // who sends it has it until then
    sentAt: instant(),
    problem: text(), // what went wrong the last time
    createdAt: createdAt(),
  },
  (table) => [
    index("outbox_by_turn").on(table.state, table.rank, table.dueAt),
    index("outbox_by_subscriber").on(table.subscriberId, table.createdAt),
    index("outbox_by_sending").on(table.sentAt),
    index("outbox_by_notice").on(table.noticeId, table.state),
    index("outbox_by_channel").on(table.channelId, table.state, table.dueAt),
    index("outbox_by_user").on(table.userId, table.state, table.dueAt),
    index("outbox_by_recipient").on(table.recipient, table.createdAt),
  ],
);
