import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { SUBSCRIBER_KINDS, SUBSCRIBER_STATES } from "@/lib/domain/subscriber";
import { components } from "./components";
import { createdAt, instant } from "./columns";

/** Who is told of what the public page says. */
export const subscribers = sqliteTable(
  "subscribers",
  {
    id: integer().primaryKey(),
    kind: text({ enum: SUBSCRIBER_KINDS }).notNull(),
    address: text().notNull(), // an e-mail address in lower case, or a web address
    state: text({ enum: SUBSCRIBER_STATES }).notNull(),
    token: text().notNull().unique(), // what its links bear, to confirm, change and leave: each mail needs it
    secret: text(), // what its webhooks are signed with
    createdAt: createdAt(),
    askedAt: instant(), // when it was last sent a way to confirm
    confirmedAt: instant(),
    leftAt: instant(),
    failures: integer().notNull().default(0), // in a row
    problem: text(), // what went wrong the last time
  },
  (table) => [
    uniqueIndex("subscribers_by_address").on(table.kind, table.address),
    index("subscribers_by_state").on(table.state, table.id),
  ],
);

/** The components that somebody chose; who chose none hears of all. */
export const subscriberComponents = sqliteTable(
  "subscriber_components",
  {
    subscriberId: integer()
      .notNull()
      .references(() => subscribers.id, { onDelete: "cascade" }),
    componentId: integer()
      .notNull()
      .references(() => components.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.componentId] }),
    index("subscriber_components_by_component").on(table.componentId),
  ],
);
