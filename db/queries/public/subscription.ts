import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import { components, statusPage, subscriberComponents, subscribers } from "@/db/schema";
import { hintOf } from "@/lib/domain/subscriber";

/** What subscribers choose from. */
export function readSubscribePage() {
  const page = db().select({ name: statusPage.name }).from(statusPage).get();
  const groups = alias(components, "groups");
  const inPageOrder = sql`coalesce(${groups.position}, ${components.position})`;
  const shown = db()
    .select({ id: components.publicId, name: components.name, group: groups.name })
    .from(components)
    .leftJoin(groups, eq(groups.id, components.groupId))
    .where(and(eq(components.isGroup, false), isNull(components.archivedAt)))
    .orderBy(inPageOrder, asc(components.position), asc(components.id))
    .all();
  return { name: page?.name ?? "", components: shown };
}

/** A subscription as whoever holds its link may see it; the address only as far as they know it again. */
export function findSubscription(token: string) {
  const { id, kind, address, state, problem, secret } = subscribers;
  const row = db()
    .select({ id, kind, address, state, problem, secret })
    .from(subscribers)
    .where(eq(subscribers.token, token))
    .get();
  if (!row) return undefined;
  const chosen = db()
    .select({ id: components.publicId })
    .from(subscriberComponents)
    .innerJoin(components, eq(components.id, subscriberComponents.componentId))
    .where(eq(subscriberComponents.subscriberId, row.id))
    .all();
  const { id: _, address: whole, ...shown } = row;
  return { ...shown, hint: hintOf(row.kind, whole), chosen: chosen.map((one) => one.id) };
}

export type SubscribePage = ReturnType<typeof readSubscribePage>;
export type Subscription = NonNullable<ReturnType<typeof findSubscription>>;
