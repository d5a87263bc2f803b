import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { mailsLeft } from "@/db/queries/notices";
import { outbox } from "@/db/schema";
import { ConflictError, NotFoundError } from "@/lib/domain/error";
import { CLAIM_LENGTH, type Claim, type MessageKind, type Settled } from "@/lib/domain/outbox";
import type { JsonObject } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

type Message = {
  key: string;
  kind: MessageKind;
  recipient: string;
  subject: string;
  payload: JsonObject;
  rank?: number;
  subscriberId?: number;
  noticeId?: number;
  channelId?: number;
  userId?: number;
};

/**
 * Puts a message where it waits to be sent, within the transaction that gives the reason for it; false
 * where there was one of its key before.
 */
export function enqueue(message: Message, now: number): boolean {
  const { changes } = db()
    .insert(outbox)
    .values({ ...message, state: "waiting", dueAt: now, createdAt: now })
    .onConflictDoNothing({ target: outbox.key })
    .run();
  return changes > 0;
}

/**
 * Takes messages of a kind that are due, for this process to send, the most urgent first; one that was
 * claimed by a process that died is due again. Where subscribers got all mails that the page allows in an
 * hour, what tells them of changes waits.
 */
export function claimMessages(most: number, now: number, kind: MessageKind = "mail"): Claim[] {
  const isFree = or(isNull(outbox.claimedUntil), lte(outbox.claimedUntil, now));
  const left = kind === "mail" ? mailsLeft(now) : most;
  const due = db()
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, "waiting"),
        left === 0 ? eq(outbox.rank, 0) : undefined,
        eq(outbox.kind, kind),
        lte(outbox.dueAt, now),
        isFree,
      ),
    )
    .orderBy(asc(outbox.rank), asc(outbox.dueAt), asc(outbox.id))
    .limit(left === 0 ? most : Math.min(most, left));
  if (due.all().length === 0) return []; // so that looking takes no lock
  const { id, key, recipient, payload, attempts, createdAt, subscriberId, noticeId } = outbox;
  const claimedUntil = now + CLAIM_LENGTH;
  return db()
    .update(outbox)
    .set({ claimedUntil, attempts: sql`${outbox.attempts} + 1` })
    .where(inArray(outbox.id, due))
    .returning({ id, key, recipient, payload, attempts, createdAt, subscriberId, noticeId })
    .all()
    .map((claim) => ({ ...claim, kind, claimedUntil }));
}

/** Keeps what came of an attempt, as long as the claim is this process's; answers whether it was. */
export function settleMessage({ id, claimedUntil }: Claim, settled: Settled): boolean {
  const { changes } = db()
    .update(outbox)
    .set({ ...settled, claimedUntil: null })
    .where(
      and(eq(outbox.id, id), eq(outbox.state, "waiting"), eq(outbox.claimedUntil, claimedUntil)),
    )
    .run();
  return changes > 0;
}

/** Lets a message that was given up wait to be sent once more, as if it were new. */
export function sendAgain(viewer: Viewer, { id }: { id: number }, now = Date.now()): void {
  transaction(() => {
    const { key, state } = outbox;
    const message = db().select({ key, state }).from(outbox).where(eq(outbox.id, id)).get();
    if (!message) throw new NotFoundError("This message is not there any more.");
    if (message.state !== "failed") {
      throw new ConflictError("This message waits or was sent meanwhile.", message);
    }
    db()
      .update(outbox)
      .set({ state: "waiting", attempts: 0, dueAt: now, claimedUntil: null })
      .where(eq(outbox.id, id))
      .run();
    recordAudit(viewer.name, "message:send-again", `message ${message.key}`);
  });
}
