import { and, asc, count, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notices, outbox, statusPage, subscriberComponents, subscribers } from "@/db/schema";
import { touchedBy } from "./noticed";

const HOUR = 3_600_000;

export type Notice = typeof notices.$inferSelect;

/** The most urgent notice that has not become messages yet. */
export function findWaiting(part: "webhooks" | "mails"): Notice | undefined {
  const isWaiting =
    part === "mails"
      ? isNull(notices.mailedAt)
      : and(isNull(notices.mailedAt), isNull(notices.postedAt));
  return db()
    .select()
    .from(notices)
    .where(isWaiting)
    .orderBy(asc(notices.rank), asc(notices.id))
    .limit(1)
    .get();
}

/** How many more mails may go to subscribers now, after those of the last hour. */
export function mailsLeft(now: number): number {
  const page = db().select({ most: statusPage.mailsPerHour }).from(statusPage).get();
  const { kind, subscriberId, sentAt } = outbox;
  const sent = db()
    .select({ count: count() })
    .from(outbox)
    .where(and(gt(sentAt, now - HOUR), isNotNull(subscriberId), eq(kind, "mail")))
    .get();
  return Math.max((page?.most ?? 0) - (sent?.count ?? 0), 0);
}

type Wanted = { kind: "mail" | "webhook"; after: number; most: number };

/** Who is to be told of a notice: those who were there before it and chose something that it touches, or nothing. */
export function listReadersOf(notice: Notice, { kind, after, most }: Wanted) {
  const { id, address, state, confirmedAt } = subscribers;
  const touched = new Set(touchedBy(notice));
  const rows = db()
    .select({
      id,
      address,
      chosen: sql<string | null>`group_concat(${subscriberComponents.componentId})`,
    })
    .from(subscribers)
    .leftJoin(subscriberComponents, eq(subscriberComponents.subscriberId, id))
    .where(
      and(
        eq(state, "active"),
        eq(subscribers.kind, kind),
        gt(id, after),
        lte(confirmedAt, notice.createdAt),
      ),
    )
    .groupBy(id)
    .orderBy(asc(id))
    .limit(most)
    .all();
  return rows.map(({ chosen, ...reader }) => ({
    ...reader,
    isConcerned: chosen === null || chosen.split(",").some((one) => touched.has(Number(one))),
  }));
}

/** A notice by its number. */
export function findNotice(id: number): Notice | undefined {
  return db().select().from(notices).where(eq(notices.id, id)).get();
}
