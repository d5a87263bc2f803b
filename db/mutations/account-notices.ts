import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { ACCOUNT_NOTICE_WORDS, type AccountNotice } from "@/lib/domain/account-notice";
import { enqueue } from "./outbox";

/** Lets the owner of an account know what became of it; part of a larger write. */
export function tellOwner(userId: number, what: AccountNotice, now: number): void {
  const owner = db().select({ email: users.email }).from(users).where(eq(users.id, userId)).get();
  if (!owner) return;
  const message = {
    key: `account_${what}_${userId}_${now}`,
    kind: "mail",
    recipient: owner.email,
    subject: ACCOUNT_NOTICE_WORDS[what],
    payload: { account: "notice", what, userId },
  } as const;
  enqueue(message, now);
}

const LINK_SUBJECTS = { invitation: "Invitation", reset: "Link to a new password" } as const;

/** Sends a link to whom it is for; part of a larger write. The token itself waits nowhere. */
export function mailLink(
  kind: keyof typeof LINK_SUBJECTS,
  { id, email }: { id: number; email: string },
  now: number,
): void {
  const message = {
    key: `account_link_${id}`,
    kind: "mail",
    recipient: email,
    subject: LINK_SUBJECTS[kind],
    payload: { account: "link", link: id },
  } as const;
  enqueue(message, now);
}
