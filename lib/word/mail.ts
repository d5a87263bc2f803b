import { HAPPENING_NAMES } from "@/lib/domain/happenings";
import { toHtml, toText, type MailLink, type MailPage } from "@/lib/mail/page";
import { formatDateTime } from "@/lib/format";
import type { Mail } from "@/lib/mail/mail";
import { headline, linkOf, moreWords, shortened, standing, subjectOf, type Telling } from "./words";

const MOST_SUBJECT = 200;
const CHOICES = "/account/notifications";

/** A mail to a person whom it concerns or who chose to hear of it, with what they can do by a link of their own. */
export const personMail = (telling: Telling, ownLinks: MailLink[] = []) =>
  written(telling, {
    links: [...ownLinks, { text: "Choose what you hear of", href: `${telling.baseUrl}${CHOICES}` }],
    footer: ["You get this because it concerns you, or because you asked to hear of it."],
  });

/** A mail to a list of people. */
export const listMail = (telling: Telling) =>
  written(telling, {
    links: [],
    footer: ["You get this because an admin of the incident portal entered your list’s address."],
  });

export const testMail = (text: string): Omit<Mail, "recipient"> =>
  asMail("Test message from Muster", {
    greeting: text,
    sections: [],
    links: [],
    footer: ["You get this because an admin of the incident portal entered your list’s address."],
  });

export const notificationList = (baseUrl: string) => ({
  title: "Muster notifications",
  name: "notifications",
  help: `${baseUrl}${CHOICES}`,
});

function written(telling: Telling, page: Pick<MailPage, "links" | "footer">) {
  const { words, more } = telling;
  const [first] = words;
  return asMail(shortened(subjectOf(telling).replaceAll(/\s+/g, " "), MOST_SUBJECT), {
    greeting: words.length === 1 && first ? first.text : "This happened:",
    sections: words.map((word, index) => ({
      ...(index === words.length - 1 && { more: moreWords(more) }),
      heading: HAPPENING_NAMES[word.happening],
      rows: [
        {
          title: { text: headline(word), href: linkOf(word, telling) },
          details: [
            words.length > 1 ? word.text : undefined,
            word.message,
            standing(word),
            [word.by, formatDateTime(word.at)].filter(Boolean).join(", "),
          ]
            .filter(Boolean)
            .join(" · "),
        },
      ],
    })),
    ...page,
  });
}

const asMail = (subject: string, page: MailPage) => ({
  subject,
  text: toText(page),
  html: toHtml(page),
});
