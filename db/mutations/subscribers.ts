import { and, eq, inArray } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { components, subscribers } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import {
  hintOf,
  subscriberProblem,
  tidyAddress,
  type SubscriberKind,
} from "@/lib/domain/subscriber";
import { readSubscriberList } from "@/lib/domain/subscriber-list";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import {
  addSubscriber,
  chooseComponents,
  findByAddress,
  sendWayIn,
  type SubscriberRow,
  type Subscription,
} from "./subscriptions";

type Allowed = { allowsPrivate: boolean };

/** Adds somebody who agreed to it elsewhere: they are told from now on. Who left can only come back by themselves. */
export function addByHand(
  viewer: Viewer,
  wanted: Subscription,
  allowed: Allowed,
  now = Date.now(),
): void {
  const { kind } = wanted;
  const address = tidyAddress(kind, wanted.address);
  const problem = subscriberProblem(kind, address, allowed);
  if (problem) throw new DomainError(problem, "address");
  transaction(() => {
    const known = findByAddress(kind, address);
    if (known?.state === "left") {
      throw new DomainError("They have left, and can only come back by themselves.", "address");
    }
    if (known && known.state !== "asked") {
      throw new DomainError("This address is a subscriber already.", "address");
    }
    const { id } = known ?? addSubscriber(kind, address, now);
    chooseComponents(id, wanted.components);
    switchOn(id, now);
    recordAudit(viewer.name, "subscriber:add", `subscriber ${id}`, {
      kind,
      address: hintOf(kind, address),
    });
  });
}

function switchOn(id: number, now: number): void {
  db()
    .update(subscribers)
    .set({ state: "active", confirmedAt: now, leftAt: null, failures: 0, problem: null })
    .where(eq(subscribers.id, id))
    .run();
}

export type Imported = { added: number; known: number };

/**
 * Adds those of a list who are not known yet, all or, with a reason for each line that is wrong, none. Who
 * left, here or as the list says, stays so.
 */
export function importSubscribers(
  viewer: Viewer,
  { text }: { text: string },
  allowed: Allowed,
  now = Date.now(),
): Imported {
  const lines = readSubscriberList(text, allowed);
  return transaction(() => {
    const imported = { added: 0, known: 0 };
    for (const { kind, address, state, components: names } of lines) {
      if (findByAddress(kind, address)) {
        imported.known += 1;
        continue;
      }
      const { id } = addSubscriber(kind, address, now);
      chooseComponents(id, idsOf(names));
      if (state === "active") switchOn(id, now);
      else db().update(subscribers).set({ state, leftAt: now }).where(eq(subscribers.id, id)).run();
      imported.added += 1;
    }
    recordAudit(viewer.name, "subscriber:import", "subscribers", imported);
    return imported;
  });
}

/** The public ids of components by their names, which must all be there. */
function idsOf(names: string[]): string[] {
  if (names.length === 0) return [];
  const rows = db()
    .select({ id: components.publicId, name: components.name })
    .from(components)
    .where(and(inArray(components.name, names), eq(components.isGroup, false)))
    .all();
  const missing = names.find((name) => !rows.some((row) => row.name === name));
  if (missing !== undefined) throw new DomainError(`There is no component ${missing}.`, "text");
  return rows.map(({ id }) => id);
}

/** Sends the way to confirm once more. */
export function askAgain(viewer: Viewer, { id }: { id: number }, now = Date.now()): void {
  transaction(() => {
    const row = requireSubscriber(id);
    if (row.state !== "asked") {
      throw new ConflictError("They do not wait for a confirmation any more.", row.state);
    }
    sendWayIn(row, now);
    recordAudit(viewer.name, "subscriber:ask-again", `subscriber ${id}`, hinted(row));
  });
}

/** Tells somebody again who was switched off after too many failures. */
export function switchOnAgain(viewer: Viewer, { id }: { id: number }, now = Date.now()): void {
  transaction(() => {
    const row = requireSubscriber(id);
    if (row.state !== "failing") {
      throw new ConflictError("They are not switched off any more.", row.state);
    }
    switchOn(id, now);
    recordAudit(viewer.name, "subscriber:switch-on", `subscriber ${id}`, hinted(row));
  });
}

/** Forgets a subscriber with all that was sent to them. */
export function removeSubscriber(viewer: Viewer, { id }: { id: number }): void {
  transaction(() => {
    const row = requireSubscriber(id);
    db().delete(subscribers).where(eq(subscribers.id, id)).run();
    recordAudit(viewer.name, "subscriber:remove", `subscriber ${id}`, hinted(row));
  });
}

/** As much of an address as the audit log keeps. */
const hinted = ({ kind, address }: { kind: SubscriberKind; address: string }) => ({
  kind,
  address: hintOf(kind, address),
});

function requireSubscriber(id: number): SubscriberRow {
  const row = db().select().from(subscribers).where(eq(subscribers.id, id)).get();
  if (!row) throw new NotFoundError("This subscriber is not there any more.");
  return row;
}
