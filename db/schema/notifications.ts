import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CHANNEL_KINDS } from "@/lib/domain/channel";
import { HAPPENINGS } from "@/lib/domain/happenings";
import { SEVERITIES } from "@/lib/domain/incident";
import type { Word } from "@/lib/domain/word";
import { createdAt, instant, json, version } from "./columns";
import { incidents } from "./incidents";
import { services } from "./services";
import { teams } from "./teams";
import { users } from "./users";

/** Where several people, or programs, are told of what happens. */
export const channels = sqliteTable("channels", {
  id: integer().primaryKey(),
  key: text().notNull().unique(), // in the keys of its messages; never given twice
  kind: text({ enum: CHANNEL_KINDS }).notNull(),
  name: text().notNull().unique(),
  address: text().notNull(), // sealed: whoever knows a chat's address can write there
  hint: text().notNull(), // what may be shown of the address
  secret: text(), // sealed: what a webhook's messages are signed with
  isInternal: integer({ mode: "boolean" }).notNull().default(true), // else it hears only what is public
  hearsDrills: integer({ mode: "boolean" }).notNull().default(true),
  serviceId: integer().references(() => services.id, { onDelete: "set null" }), // of this one alone
  teamId: integer().references(() => teams.id, { onDelete: "set null" }), // of this one's services alone
  perMinute: integer().notNull(), // beyond so many messages the rest are told in one
  isOn: integer({ mode: "boolean" }).notNull().default(true),
  problem: text(), // why the last attempt failed; none after one that succeeded
  sentAt: instant(), // when something was last taken
  createdBy: text().notNull(), // a user's name
  createdAt: createdAt(),
  version: version(),
});

/** Of what a channel is told, and down to which severity. */
export const notificationRules = sqliteTable(
  "notification_rules",
  {
    id: integer().primaryKey(),
    channelId: integer()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    happening: text({ enum: HAPPENINGS }).notNull(),
    downTo: text({ enum: SEVERITIES }).notNull(), // the mildest that is told
  },
  (table) => [
    uniqueIndex("notification_rules_by_channel").on(table.channelId, table.happening),
    index("notification_rules_by_happening").on(table.happening),
  ],
);

/** Something that is told, as it was then; written only where somebody hears of it. */
export const happenings = sqliteTable(
  "happenings",
  {
    id: integer().primaryKey(),
    key: text().notNull().unique(), // begins the keys of its messages
    happening: text({ enum: HAPPENINGS }).notNull(),
    incidentId: integer().references(() => incidents.id, { onDelete: "cascade" }),
    told: json<Word>().notNull(), // what its messages say
    createdAt: createdAt(),
  },
  (table) => [index("happenings_by_incident").on(table.incidentId)],
);

/** What a person wants to be told by mail; who chose nothing has no row. */
export const notificationChoices = sqliteTable("notification_choices", {
  userId: integer()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  choices: json<Record<string, string>>().notNull(), // by happening
  quietFrom: text(), // 22:00, with quietUntil or not at all
  quietUntil: text(),
  zone: text().notNull(), // an IANA time zone
  sev1BreaksThrough: integer({ mode: "boolean" }).notNull().default(true),
  changedAt: instant().notNull(),
});
