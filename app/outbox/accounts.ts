import { z } from "zod";
import { findLinkToMail } from "@/db/queries/auth/account-links";
import { isDemoAddress } from "@/db/queries/auth/users";
import { derivedFrom } from "@/lib/auth/seal";
import { ACCOUNT_NOTICES } from "@/lib/domain/account-notice";
import type { Claim } from "@/lib/domain/outbox";
import { invitationMail, noticeMail, resetMail } from "@/lib/mail/account";
import type { Mail } from "@/lib/mail/mail";
import { hashToken } from "@/lib/token";

const accountMail = z.discriminatedUnion("account", [
  z.object({ account: z.literal("link"), link: z.int() }),
  z.object({ account: z.literal("notice"), what: z.enum(ACCOUNT_NOTICES) }),
]);

type Place = { now: number; withDemo: boolean; baseUrl: string };
type Waiting = Pick<Claim, "recipient" | "payload" | "createdAt">;

/** True for a mail about an account. */
export const isAccountMail = ({ payload }: Pick<Claim, "payload">) => "account" in payload;

/** What an account's mail says; nothing where its link was used meanwhile, or it is the demo's. */
export function composeAccountMail(waiting: Waiting, place: Place): Mail | undefined {
  const { recipient, payload, createdAt } = waiting;
  if (!place.withDemo && isDemoAddress(recipient)) return undefined;
  const asked = accountMail.parse(payload);
  const { baseUrl } = place;
  const written =
    asked.account === "link"
      ? linkMail(asked.link, place)
      : noticeMail(asked.what, { baseUrl, at: createdAt });
  return written && { recipient, ...written, list: "none" };
}

function linkMail(id: number, { now, baseUrl }: Place) {
  const link = findLinkToMail(id, now);
  if (!link) return undefined;
  const { kind, nonce, tokenHash, createdBy, expiresAt } = link;
  const token = derivedFrom(nonce, "account link").find((each) => hashToken(each) === tokenHash);
  if (token === undefined) return undefined;
  const facts = { token, createdBy, expiresAt, baseUrl };
  return kind === "invitation" ? invitationMail(facts) : resetMail(facts);
}
