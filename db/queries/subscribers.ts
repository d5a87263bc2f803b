import { and, asc, count, desc, eq, inArray, like, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { components, notices, outbox, subscriberComponents, subscribers } from "@/db/schema";
import type { MessageState } from "@/lib/domain/outbox";
import type { SubscriberState } from "@/lib/domain/subscriber";
import { findNoticeNames } from "./noticed";

export type Subscriber = NonNullable<ReturnType<typeof findSubscriber>>;

/** What is needed to send something to a subscriber. */
export function findSubscriber(subscriberId: number) {
  const { id, kind, address, state, token, secret } = subscribers;
  return db()
    .select({ id, kind, address, state, token, secret })
    .from(subscribers)
    .where(eq(id, subscriberId))
    .get();
}

type Wanted = { state: SubscriberState | undefined; search: string };
type Page = { page: number; perPage: number };

const { id, kind, address, state, createdAt, confirmedAt, leftAt, problem } = subscribers;
const SHOWN = { id, kind, address, state, createdAt, confirmedAt, leftAt, problem };

export type ListedSubscriber = ReturnType<typeof listSubscribers>[number];

/** Subscribers, the newest first, with what they chose and what came of the last message to them. */
export function listSubscribers({ page, perPage, ...wanted }: Wanted & Page) {
  const rows = db()
    .select(SHOWN)
    .from(subscribers)
    .where(matching(wanted))
    .orderBy(desc(id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
  const ids = rows.map((row) => row.id);
  const chosen = chosenBy(ids);
  const last = lastMessages(ids);
  return rows.map((row) => ({
    ...row,
    components: chosen.get(row.id) ?? [],
    last: last.get(row.id),
  }));
}

/** One subscriber as the list shows them. */
export function getSubscriber(wanted: number) {
  const row = db().select(SHOWN).from(subscribers).where(eq(id, wanted)).get();
  return (
    row && {
      ...row,
      components: chosenBy([wanted]).get(wanted) ?? [],
      last: lastMessages([wanted]).get(wanted),
    }
  );
}

export function countSubscribers(wanted: Wanted): number {
  return (
    db().select({ count: count() }).from(subscribers).where(matching(wanted)).get()?.count ?? 0
  );
}

/** How many subscribers are in each state; a state without any is missing. */
export function countSubscriberStates(): Map<SubscriberState, number> {
  const rows = db().select({ state, count: count() }).from(subscribers).groupBy(state).all();
  return new Map(rows.map((row) => [row.state, row.count]));
}

function matching({ state: wanted, search }: Wanted) {
  const pattern = `%${search
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, "\\$&")}%`;
  return and(
    wanted && eq(state, wanted),
    search.trim() === "" ? undefined : sql`${like(address, pattern)} escape '\\'`,
  );
}

/** The names of what subscribers chose: those of some, or of all. */
function chosenBy(ids?: number[]): Map<number, string[]> {
  const rows = db()
    .select({ of: subscriberComponents.subscriberId, name: components.name })
    .from(subscriberComponents)
    .innerJoin(components, eq(components.id, subscriberComponents.componentId))
    .where(ids && inArray(subscriberComponents.subscriberId, ids))
    .orderBy(asc(components.position), asc(components.id))
    .all();
  const chosen = new Map<number, string[]>();
  for (const { of, name } of rows) chosen.set(of, [...(chosen.get(of) ?? []), name]);
  return chosen;
}

function lastMessages(ids: number[]) {
  const newest = db()
    .select({ id: max(outbox.id) })
    .from(outbox)
    .where(inArray(outbox.subscriberId, ids))
    .groupBy(outbox.subscriberId);
  const rows = db()
    .select({ of: outbox.subscriberId, state: outbox.state, at: outbox.createdAt })
    .from(outbox)
    .where(inArray(outbox.id, newest))
    .all();
  return new Map(rows.map(({ of, ...message }) => [of, message]));
}

/** Every subscriber, as a list that can be kept elsewhere. */
export function listAllSubscribers() {
  const rows = db().select(SHOWN).from(subscribers).orderBy(asc(id)).all();
  const chosen = chosenBy();
  return rows.map((row) => ({ ...row, components: chosen.get(row.id) ?? [] }));
}

export type ToldChange = ReturnType<typeof listToldChanges>[number];

/** The newest changes that subscribers are told of, with how many of their messages are in which state. */
export function listToldChanges(most: number) {
  const rows = db().select().from(notices).orderBy(desc(notices.id)).limit(most).all();
  const counts = messagesOf(rows.map((row) => row.id));
  return rows.map((notice) => ({
    id: notice.id,
    kind: notice.kind,
    at: notice.createdAt,
    title: findNoticeNames(notice)?.title,
    isWhole: notice.mailedAt !== null,
    counts: counts.get(notice.id) ?? new Map<MessageState, number>(),
  }));
}

function messagesOf(noticeIds: number[]) {
  const rows = db()
    .select({ of: outbox.noticeId, state: outbox.state, count: count() })
    .from(outbox)
    .where(inArray(outbox.noticeId, noticeIds))
    .groupBy(outbox.noticeId, outbox.state)
    .all();
  const counts = new Map<number | null, Map<MessageState, number>>();
  for (const { of, state: how, count: many } of rows) {
    counts.set(of, (counts.get(of) ?? new Map()).set(how, many));
  }
  return counts;
}
