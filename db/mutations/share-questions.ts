import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { shareQuestions } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { readerOf } from "@/lib/domain/share-link";
import { questionRefusal } from "@/lib/domain/share-question";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident } from "./entries";

type Asking = { id: number; incidentId: number; key: string; label: string };

/** Keeps what a link's reader wants to know, for those who run the incident. */
export function askQuestion(
  link: Asking,
  { text, asker }: { text: string; asker?: string | undefined },
  now = Date.now(),
): void {
  transaction(() => {
    const refusal = questionRefusal(listAskedTimes(link.id), now);
    if (refusal) throw new DomainError(refusal);
    const { id } = db()
      .insert(shareQuestions)
      .values({
        incidentId: link.incidentId,
        linkId: link.id,
        text,
        asker: asker ?? null,
        askedAt: now,
      })
      .returning({ id: shareQuestions.id })
      .get();
    const detail = { link: link.id, question: id, text };
    recordAudit(
      readerOf(link),
      "share-question:ask",
      `incident ${link.key}`,
      detail,
      link.incidentId,
    );
  });
}

function listAskedTimes(linkId: number) {
  const { askedAt, answeredAt } = shareQuestions;
  return db()
    .select({ askedAt, answeredAt })
    .from(shareQuestions)
    .where(eq(shareQuestions.linkId, linkId))
    .all()
    .map((asked) => ({ askedAt: asked.askedAt, isOpen: asked.answeredAt === null }));
}

type Named = { key: string; question: number; version: number };

/** Answers a question, or puts another answer in place of one; it is read on the page of the link. */
export function answerShareQuestion(
  viewer: Viewer,
  { answer, ...named }: Named & { answer: string },
  now = Date.now(),
): void {
  settle(viewer, named, { answer, verb: "share-question:answer" }, now);
}

/** Closes a question that nobody will answer; its readers are told that, and no more. */
export function closeShareQuestion(viewer: Viewer, named: Named, now = Date.now()): void {
  settle(viewer, named, { answer: null, verb: "share-question:close" }, now);
}

function settle(
  viewer: Viewer,
  { key, question: id, version }: Named,
  { answer, verb }: { answer: string | null; verb: string },
  now: number,
): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    const isMeant = and(eq(shareQuestions.id, id), eq(shareQuestions.incidentId, incident.id));
    const before = db().select().from(shareQuestions).where(isMeant).get();
    if (!before) throw new NotFoundError("This question is not there.");
    if (before.version !== version) {
      const { answer: stands, answeredBy } = before;
      throw new ConflictError(`${answeredBy ?? "Somebody"} answered this meanwhile.`, {
        version: before.version,
        answer: stands,
      });
    }
    db()
      .update(shareQuestions)
      .set({ answer, answeredBy: viewer.name, answeredAt: now, version: version + 1 })
      .where(isMeant)
      .run();
    const detail = { question: id, before: { answer: before.answer }, after: { answer } };
    recordAudit(viewer.name, verb, `incident ${key}`, detail, incident.id);
  });
}
