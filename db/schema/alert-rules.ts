import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CLOSES, JOINS, RULE_DEEDS, type RuleConditions } from "@/lib/domain/alerts/rule";
import { SEVERITIES } from "@/lib/domain/incident";
import { createdAt, instant, json, version } from "./columns";

/** What happens with alerts that come; of those that are on, the first in their order that fits decides. */
export const alertRules = sqliteTable(
  "alert_rules",
  {
    id: integer().primaryKey(),
    position: integer().notNull(), // from 0
    name: text().notNull(),
    conditions: json<RuleConditions>().notNull(),
    deed: text({ enum: RULE_DEEDS }).notNull(),
    severity: text({ enum: SEVERITIES }), // of what it declares; the alert's own without one
    titleTemplate: text().notNull(),
    joins: text({ enum: JOINS }).notNull(),
    windowMinutes: integer(), // how long after its last alert an incident is joined; while it is open without one
    closes: text({ enum: CLOSES }).notNull(),
    disabledAt: instant(),
    isDemo: integer({ mode: "boolean" }).notNull().default(false), // until somebody makes it theirs
    version: version(),
    createdBy: text().notNull(), // a user's name
    createdAt: createdAt(),
  },
  (table) => [index("alert_rules_by_position").on(table.position)],
);
