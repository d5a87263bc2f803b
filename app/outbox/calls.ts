import { findCall } from "@/db/queries/escalations";
import { derivedFrom } from "@/lib/auth/seal";
import { callLinkPath } from "@/lib/domain/escalation";
import type { Word } from "@/lib/domain/word";
import { hashToken } from "@/lib/token";

type Told = Pick<Word, "happening" | "key">;

const callOf = ({ happening, key }: Told, userId: number) =>
  happening === "escalation.raised" && key !== null ? findCall(key, userId) : undefined;

/** True for a call that somebody has answered meanwhile: it rings no more. */
export function isAnswered(word: Told, userId: number): boolean {
  const call = callOf(word, userId);
  return call !== undefined && !call.isWaiting;
}

/** The link by which whoever is called acknowledges without signing in. */
export function callLinks(word: Told, userId: number, { baseUrl }: { baseUrl: string }) {
  const call = callOf(word, userId);
  const token = call && derivedFrom(call.nonce, "call link").find((each) => isOf(each, call));
  if (token === undefined) return [];
  return [{ text: `Acknowledge ${word.key}`, href: `${baseUrl}${callLinkPath(token)}` }];
}

const isOf = (token: string, { tokenHash }: { tokenHash: string }) =>
  hashToken(token) === tokenHash;
