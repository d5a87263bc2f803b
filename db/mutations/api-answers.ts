import { and, eq, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { apiAnswers } from "@/db/schema";

/** For how long a repeated request is answered with what it did, in milliseconds. */
export const ANSWERS_KEPT = 24 * 3_600_000;

/** What a request is known by: its token, the key that its sender chose, and what it asks for. */
export type RequestKey = { tokenId: number; key: string; requestHash: string };

export type KeptAnswer = { status: number; headers: Record<string, string>; body: string | null };

/** Notes what a request did; called inside the transaction in which it did it. */
export function keepAnswer(request: RequestKey, answer: KeptAnswer, now: number): void {
  db()
    .delete(apiAnswers)
    .where(lt(apiAnswers.createdAt, now - ANSWERS_KEPT))
    .run();
  db()
    .insert(apiAnswers)
    .values({ ...request, ...answer, createdAt: now })
    .run();
}

/** What the request of this key did, if it did it within a day. */
export function findAnswer({ tokenId, key }: RequestKey, now: number) {
  const { requestHash, status, headers, body, createdAt } = apiAnswers;
  const row = db()
    .select({ requestHash, status, headers, body, createdAt })
    .from(apiAnswers)
    .where(and(eq(apiAnswers.tokenId, tokenId), eq(apiAnswers.key, key)))
    .get();
  return row && row.createdAt >= now - ANSWERS_KEPT ? row : undefined;
}
