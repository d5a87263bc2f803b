import { asc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { alertRules } from "@/db/schema";

export type AlertRule = ReturnType<typeof listRules>[number];

/** All rules in their order, also those that are switched off. */
export const listRules = () =>
  db().select().from(alertRules).orderBy(asc(alertRules.position), asc(alertRules.id)).all();

/** Those that decide about alerts, in their order. */
export const listActiveRules = () =>
  db()
    .select()
    .from(alertRules)
    .where(isNull(alertRules.disabledAt))
    .orderBy(asc(alertRules.position), asc(alertRules.id))
    .all();

export const findRule = (id: number) =>
  db().select().from(alertRules).where(eq(alertRules.id, id)).get();
