import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { channels, outbox } from "@/db/schema";
import { CLAIM_LENGTH, type Claim } from "@/lib/domain/outbox";
import { PERSON_PER_MINUTE, toldTogether } from "@/lib/domain/word-payload";
import { enqueue } from "./outbox";

const MINUTE = 60_000;

/** Whom messages go to: channels, or people. */
export type Hearers = "channel" | "person";

/**
 * Takes what is due for channels or people: one message of each at a time, so that they hear of things in their
 * order, and no more in a minute than they want. What is too much for that is told in one message.
 */
export function claimWord(hearers: Hearers, most: number, now: number): Claim[] {
  if (listWaiting(hearers, now).length === 0) return []; // so that looking takes no lock
  return transaction(() =>
    listWaiting(hearers, now)
      .slice(0, most)
      .flatMap((hearer) => {
        bundle(hearers, hearer, now);
        return claimFirst(hearers, hearer, now);
      }),
  );
}

type Hearer = { id: number; room: number };

const idOf = (hearers: Hearers) => (hearers === "channel" ? outbox.channelId : outbox.userId);

const isDue = (hearers: Hearers, now: number) =>
  and(
    eq(outbox.kind, hearers),
    eq(outbox.state, "waiting"),
    lte(outbox.dueAt, now),
    or(isNull(outbox.claimedUntil), lte(outbox.claimedUntil, now)),
  );

/** Whoever something is due for, and how many messages they have room for, where nothing is under way to them. */
function listWaiting(hearers: Hearers, now: number): Hearer[] {
  const id = idOf(hearers);
  const due = db()
    .selectDistinct({ id })
    .from(outbox)
    .where(and(isDue(hearers, now), isNotNull(id)))
    .orderBy(asc(id))
    .all()
    .flatMap(({ id }) => (id === null ? [] : [id]));
  if (due.length === 0) return [];
  const isBusy = and(eq(outbox.state, "waiting"), gt(outbox.claimedUntil, now));
  const isRecent = and(eq(outbox.state, "sent"), gt(outbox.sentAt, now - MINUTE));
  const taken = db()
    .select({ id, busy: sql<number>`sum(${isBusy})`, recent: count() })
    .from(outbox)
    .where(and(eq(outbox.kind, hearers), inArray(id, due), or(isBusy, isRecent)))
    .groupBy(id)
    .all();
  const limits = hearers === "channel" ? limitsOf(due) : new Map<number, number>();
  return due.flatMap((id) => {
    const { busy = 0, recent = 0 } = taken.find((each) => each.id === id) ?? {};
    const room = (limits.get(id) ?? PERSON_PER_MINUTE) - recent;
    return busy === 0 && room > 0 ? [{ id, room }] : [];
  });
}

function limitsOf(ids: number[]): Map<number, number> {
  const { id, perMinute } = channels;
  const rows = db().select({ id, perMinute }).from(channels).where(inArray(id, ids)).all();
  return new Map(rows.map((row) => [row.id, row.perMinute]));
}

/**
 * Makes one message of all that there is no room for. What was tried before stays as it is: it may have arrived,
 * and is to arrive again under its own key alone.
 */
function bundle(hearers: Hearers, { id, room }: Hearer, now: number): void {
  const fresh = db()
    .select()
    .from(outbox)
    .where(
      and(
        isDue(hearers, now),
        eq(idOf(hearers), id),
        eq(outbox.attempts, 0),
        isNull(outbox.problem),
        sql`json_array_length(${outbox.payload}, '$.happenings') > 0`,
      ),
    )
    .orderBy(asc(outbox.rank), asc(outbox.id))
    .all();
  if (fresh.length <= room) return;
  const rest = fresh.slice(room - 1);
  const [first] = rest;
  if (!first) return;
  const { kind, recipient, channelId, userId, rank } = first;
  const payload = toldTogether(rest.map(({ payload }) => payload));
  enqueue(
    {
      ...{ kind, recipient, rank, payload },
      ...(channelId !== null && { channelId }),
      ...(userId !== null && { userId }),
      key: `${first.key}_together`,
      subject: `${rest.length} messages in one`,
    },
    now,
  );
  db()
    .update(outbox)
    .set({ state: "dropped", problem: "Told in one message with others." })
    .where(
      inArray(
        outbox.id,
        rest.map((each) => each.id),
      ),
    )
    .run();
}

function claimFirst(hearers: Hearers, { id: hearer }: Hearer, now: number): Claim[] {
  const { id, key, recipient, payload, attempts, createdAt, subscriberId, noticeId } = outbox;
  const first = db()
    .select({ id })
    .from(outbox)
    .where(and(isDue(hearers, now), eq(idOf(hearers), hearer)))
    .orderBy(asc(outbox.rank), asc(outbox.id))
    .limit(1);
  const claimedUntil = now + CLAIM_LENGTH;
  return db()
    .update(outbox)
    .set({ claimedUntil, attempts: sql`${attempts} + 1` })
    .where(inArray(id, first))
    .returning({ id, key, recipient, payload, attempts, createdAt, subscriberId, noticeId })
    .all()
    .map((claim) => ({ ...claim, kind: hearers, claimedUntil }));
}
