import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { shareQuestions } from "@/db/schema";
import { maskEmails } from "@/lib/domain/mask";

export type AskedQuestion = ReturnType<typeof listAsked>[number];

/** What a link's own readers asked and were answered; nothing of other links. */
export function listAsked(linkId: number) {
  const { id, text, asker, askedAt, answer, answeredAt } = shareQuestions;
  return db()
    .select({ id, text, asker, askedAt, answer, answeredAt })
    .from(shareQuestions)
    .where(eq(shareQuestions.linkId, linkId))
    .orderBy(asc(askedAt), asc(id))
    .all()
    .map((asked) => ({
      ...asked,
      answer: asked.answer === null ? null : maskEmails(asked.answer),
    }));
}
