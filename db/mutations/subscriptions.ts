import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { components, subscriberComponents, subscribers } from "@/db/schema";
import { DomainError, NotFoundError } from "@/lib/domain/error";
import {
  ASK_AGAIN_AFTER,
  ASKED_KEPT,
  subscriberProblem,
  tidyAddress,
  type SubscriberKind,
} from "@/lib/domain/subscriber";
import { makeToken } from "@/lib/token";
import { enqueue } from "./outbox";

export type Subscription = {
  kind: SubscriberKind;
  address: string;
  /** Public ids of components; none means all. */
  components: string[];
};

type Allowed = { allowsPrivate: boolean };
export type SubscriberRow = typeof subscribers.$inferSelect;

/**
 * Sends an address a way to confirm that it wants to be told, and to one that is told already a way to
 * change that: whoever typed it in learns neither which, nor whether it was sent anything.
 */
export function askToSubscribe(wanted: Subscription, allowed: Allowed, now = Date.now()): void {
  const { kind } = wanted;
  const address = tidyAddress(kind, wanted.address);
  const problem = subscriberProblem(kind, address, allowed);
  if (problem) throw new DomainError(problem, "address");
  transaction(() => {
    const subscriber = findByAddress(kind, address) ?? addSubscriber(kind, address, now);
    if (subscriber.askedAt !== null && now - subscriber.askedAt < ASK_AGAIN_AFTER) return;
    if (subscriber.state !== "active") chooseComponents(subscriber.id, wanted.components);
    sendWayIn(subscriber, now);
  });
}

/** Whoever has an address, however they stand. */
export function findByAddress(kind: SubscriberKind, address: string): SubscriberRow | undefined {
  return db()
    .select()
    .from(subscribers)
    .where(and(eq(subscribers.kind, kind), eq(subscribers.address, address)))
    .get();
}

/** A new row that waits for its confirmation; part of a larger write. */
export function addSubscriber(kind: SubscriberKind, address: string, now: number): SubscriberRow {
  return db()
    .insert(subscribers)
    .values({
      kind,
      address,
      state: "asked",
      token: makeToken(),
      secret: kind === "webhook" ? makeToken() : null,
      createdAt: now,
    })
    .returning()
    .get();
}

/** Lets a subscriber confirm, or change what is confirmed; part of a larger write. */
export function sendWayIn({ id, kind, address, state }: SubscriberRow, now: number): void {
  const part = state === "active" ? "known" : "confirm";
  db()
    .update(subscribers)
    .set({ askedAt: now, ...(state === "left" && { state: "asked" }) })
    .where(eq(subscribers.id, id))
    .run();
  const message = {
    key: `${part}_${id}_${now}`,
    kind,
    recipient: address,
    subject: part === "known" ? "How to change a subscription" : "Confirmation of a subscription",
    payload: { subscriber: part },
    subscriberId: id,
  };
  enqueue(message, now);
}

/** Puts the chosen components, by their public ids, in place of those before; part of a larger write. */
export function chooseComponents(subscriberId: number, publicIds: string[]): void {
  const chosen = db()
    .select({ componentId: components.id })
    .from(components)
    .where(
      and(
        inArray(components.publicId, publicIds),
        eq(components.isGroup, false),
        isNull(components.archivedAt),
      ),
    )
    .all();
  db()
    .delete(subscriberComponents)
    .where(eq(subscriberComponents.subscriberId, subscriberId))
    .run();
  for (const { componentId } of chosen) {
    db().insert(subscriberComponents).values({ subscriberId, componentId }).run();
  }
}

/** From now on they are told; who was switched off is told again. Confirming once more changes nothing. */
export function confirmSubscription(token: string, now = Date.now()): void {
  transaction(() => {
    const { id, state } = requireByToken(token);
    if (state === "active") return;
    db()
      .update(subscribers)
      .set({ state: "active", confirmedAt: now, leftAt: null, failures: 0, problem: null })
      .where(eq(subscribers.id, id))
      .run();
  });
}

/** Which components they hear of from now on, by public ids; none means all. */
export function changeSubscription(token: string, publicIds: string[]): void {
  transaction(() => chooseComponents(requireByToken(token).id, publicIds));
}

/** They are told no more, nor of what waits already. Leaving twice is leaving once. */
export function leaveSubscription(token: string, now = Date.now()): void {
  transaction(() => {
    const { id, state } = requireByToken(token);
    if (state === "left") return;
    db()
      .update(subscribers)
      .set({ state: "left", leftAt: now })
      .where(eq(subscribers.id, id))
      .run();
  });
}

function requireByToken(token: string): SubscriberRow {
  const row = db().select().from(subscribers).where(eq(subscribers.token, token)).get();
  if (!row) throw new NotFoundError("There is no such subscription any more.");
  return row;
}

/** Forgets addresses that nobody confirmed. */
export function forgetUnconfirmed(now = Date.now()): void {
  const { state, askedAt } = subscribers;
  db()
    .delete(subscribers)
    .where(and(eq(state, "asked"), isNotNull(askedAt), lt(askedAt, now - ASKED_KEPT)))
    .run();
}
