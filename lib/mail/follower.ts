import type { SharedMessage } from "@/lib/domain/shared-incident";
import { formatDateTime, humanize } from "@/lib/format";
import { toHtml, toText, type MailPage } from "./page";

type Written = { subject: string; text: string; html: string };

/** Asks whether an address wants to follow; it tells nothing of the incident. */
export function followConfirmationMail({
  own,
  baseUrl,
}: {
  own: string;
  baseUrl: string;
}): Written {
  return written("Do you want to follow a shared incident?", {
    greeting: `Somebody, probably you, asked at ${baseUrl} to be told by e-mail what is new on a shared page.`,
    sections: [],
    links: [{ text: "Yes, follow it", href: own }],
    footer: ["If it was not you, do nothing: nothing more will come."],
  });
}

export type News = {
  title: string;
  /** What is new, in a line each. */
  lines: string[];
  messages: SharedMessage[];
  answers: { text: string; answer: string }[];
  /** The shared page, which opens where the link was opened before. */
  page: string;
  own: string;
};

/** Tells a follower what is new on a shared page. */
export function followNewsMail({ title, lines, messages, answers, page, own }: News): Written {
  const told = messages.map(({ at, status, text }) => ({
    title: { text: `${status ? humanize(status) : "Update"}, ${formatDateTime(at)}`, href: page },
    details: text,
  }));
  const answered = answers.map(({ text, answer }) => ({
    title: { text, href: page },
    details: answer,
  }));
  return written(`News: ${title}`, {
    greeting: `${title}: ${lines.map(lowered).join(", ")}.`,
    sections: [
      ...(told.length > 0 ? [{ heading: "What customers were told", rows: told }] : []),
      ...(answered.length > 0 ? [{ heading: "Answers to questions", rows: answered }] : []),
    ],
    links: [{ text: "The shared page", href: page }],
    footer: [
      "The page opens in a browser in which you opened your link before. Else open the link again.",
      `To stop these mails: ${own}`,
    ],
  });
}

const lowered = (line: string) => line.charAt(0).toLowerCase() + line.slice(1);

const written = (subject: string, page: MailPage): Written => ({
  subject: subject.replaceAll(/\s+/g, " "),
  text: toText(page),
  html: toHtml(page),
});
