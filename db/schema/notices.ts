import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NOTICE_KINDS } from "@/lib/domain/notice";
import { createdAt, instant } from "./columns";
import { componentStates } from "./components";
import { maintenances, maintenanceUpdates } from "./maintenances";
import { publicUpdates } from "./status-page";

/** A change that subscribers are told of, each once; what is taken back meanwhile is told no more. */
export const notices = sqliteTable(
  "notices",
  {
    id: integer().primaryKey(),
    key: text().notNull().unique(), // begins the keys of its messages
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    rank: integer().notNull(), // lower ones go first
    publicUpdateId: integer()
      .unique()
      .references(() => publicUpdates.id, { onDelete: "cascade" }),
    componentStateId: integer()
      .unique()
      .references(() => componentStates.id, { onDelete: "cascade" }),
    maintenanceUpdateId: integer()
      .unique()
      .references(() => maintenanceUpdates.id, { onDelete: "cascade" }),
    maintenanceId: integer().references(() => maintenances.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    postedAt: instant(), // when its webhooks were given to the outbox
    mailedUpTo: integer().notNull().default(0), // the last subscriber, by number, whose mail was
    mailedAt: instant(), // when all mails were
  },
  (table) => [index("notices_by_turn").on(table.mailedAt, table.rank, table.id)],
);
