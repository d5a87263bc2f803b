import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import type { Outcome } from "@/lib/domain/outbox";

/** A mail to one reader. */
export type Mail = {
  recipient: string;
  subject: string;
  text: string;
  html: string;
};

/** A mail with what stays the same each time that it is sent. */
export type Letter = Mail & { key: string; writtenAt: number };

export type SendLetter = (letter: Letter) => Promise<Outcome>;

/** Who writes: `MAIL_FROM`, and the portal's address. */
export type Sender = { from: string; baseUrl: string };

/**
 * A letter as nodemailer takes it. Its id comes from its key, so that mail servers and readers know one
 * that is sent twice; it says that a machine wrote it, and nobody's machine is to answer.
 */
export function toMessage(letter: Letter, { from, baseUrl }: Sender): SendMailOptions {
  const { host, hostname } = new URL(baseUrl);
  return {
    from,
    to: { name: "", address: letter.recipient },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    date: new Date(letter.writtenAt),
    messageId: `<${idOf(`${host} ${letter.key}`)}@${hostname.replaceAll(/[[\]]/g, "")}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "List-Id": `Muster action items <actions.${hostname.replaceAll(/[^\w.-]/g, "-")}>`,
      "List-Help": `<${baseUrl}/actions/reminders>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const idOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 40);
