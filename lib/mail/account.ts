import { accountLinkPath } from "@/lib/domain/account-link";
import { ACCOUNT_NOTICE_WORDS, type AccountNotice } from "@/lib/domain/account-notice";
import { formatDateTime } from "@/lib/format";
import { toHtml, toText, type MailPage } from "./page";

type Written = { subject: string; text: string; html: string };
type Link = { token: string; createdBy: string; expiresAt: number; baseUrl: string };

/** Asks somebody in. */
export function invitationMail({ token, createdBy, expiresAt, baseUrl }: Link): Written {
  return written("You are invited to Muster", {
    greeting: `${createdBy} invites you to the incident portal at ${baseUrl}.`,
    sections: [],
    links: [
      {
        text: "Choose your name and password",
        href: baseUrl + accountLinkPath("invitation", token),
      },
    ],
    footer: [
      `The link works once, until ${formatDateTime(expiresAt)}, and for you alone: do not pass it on.`,
      "If you do not know what this is, do nothing.",
    ],
  });
}

/** Lets somebody choose a new password. */
export function resetMail({ token, expiresAt, baseUrl }: Omit<Link, "createdBy">): Written {
  return written("Choose a new password for Muster", {
    greeting: `Somebody, probably you, asked for a new password at ${baseUrl}.`,
    sections: [],
    links: [{ text: "Choose a new password", href: baseUrl + accountLinkPath("reset", token) }],
    footer: [
      `The link works once, until ${formatDateTime(expiresAt)}.`,
      "If it was not you, do nothing: your password stays as it is.",
    ],
  });
}

/** Tells of something that its reader should know if it was not them. */
export function noticeMail(
  what: AccountNotice,
  { baseUrl, at }: { baseUrl: string; at: number },
): Written {
  return written(`${ACCOUNT_NOTICE_WORDS[what]} at Muster`, {
    greeting: `${ACCOUNT_NOTICE_WORDS[what]}, at ${baseUrl} on ${formatDateTime(at)}.`,
    sections: [],
    links: [{ text: "Your account", href: `${baseUrl}/account` }],
    footer: ["If it was you, all is well. If not, choose a new password and tell an admin."],
  });
}

const written = (subject: string, page: MailPage): Written => ({
  subject,
  text: toText(page),
  html: toHtml(page),
});
