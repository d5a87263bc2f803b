import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import type { Outcome } from "@/lib/domain/outbox";

/** A mail to one reader. */
export type Mail = {
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** The list that it goes to; the portal's reminders where it is missing. */
  list?: MailList | "none" | undefined;
};

export type MailList = {
  title: string;
  /** A word that tells the lists of one host apart. */
  name: string;
  /** A web address that says more. */
  help: string;
  /** Where one request, without a question, ends it for its reader (RFC 8058). */
  leave?: string;
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
  const { list = remindersOf(baseUrl) } = letter;
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
      ...(list !== "none" && listHeaders(list)),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const remindersOf = (baseUrl: string): MailList => ({
  title: "Muster action items",
  name: "actions",
  help: `${baseUrl}/actions/reminders`,
});

function listHeaders({ title, name, help, leave }: MailList) {
  const { hostname } = new URL(help);
  return {
    "List-Id": `${title.replaceAll(/[^\p{L}\p{N} .-]/gu, "")} <${name}.${hostname.replaceAll(/[^\w.-]/g, "-")}>`,
    "List-Help": `<${help}>`,
    ...(leave !== undefined && {
      "List-Unsubscribe": `<${leave}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

const idOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 40);
