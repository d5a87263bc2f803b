import { actionAddress } from "@/lib/domain/chip";
import { deadlineInWords } from "@/lib/domain/deadline";
import { digestInWords, type Digest, type Reminded } from "@/lib/domain/digest";
import { formatDate } from "@/lib/format";
import { toHtml, toText, type MailPage, type MailRow, type MailSection } from "./page";

/** What a reminder says of an item. */
export type RemindedItem = Reminded & {
  id: number;
  title: string;
  priority: string | null;
  deadline: string | null;
  checkText: string | null;
  checkDue: string | null;
  incidentKey: string;
  /** Who owns it. */
  person: string | null;
};

type Place = { baseUrl: string; zone: string };
type Written = { subject: string; text: string; html: string };

/** What the reader of a daily reminder has to do today. */
export function dailyMail(
  digest: Digest<RemindedItem>,
  { name, day, ...place }: Place & { name: string; day: string },
): Written {
  const links = [{ text: "Your board", href: `${place.baseUrl}/actions?board=mine` }];
  return written(`${digestInWords(digest)}: your action items, ${formatDate(day)}`, {
    greeting: `${name}, these action items need you: ${digestInWords(digest)}.`,
    sections: sectionsOf(digest, { baseUrl: place.baseUrl, namesOwners: false }),
    links,
    footer: [
      `Why do I get this? You own action items in Muster that are late or soon due, or lead a team with items that nobody owns.`,
      `It comes once a working day at 08:00 (${place.zone}), and leaves out an item once it is done, dropped or snoozed.`,
      `${place.baseUrl}/actions/reminders says more.`,
    ],
  });
}

type LedTeam = { name: string; slug: string };

/** How the items of a team stand, for its lead. */
export function weeklyMail(
  digest: Digest<RemindedItem> & { open: number },
  { team, day, ...place }: Place & { team: LedTeam; day: string },
): Written {
  const board = `${place.baseUrl}/actions?board=${encodeURIComponent(team.slug)}`;
  return written(
    `${team.name}: ${digestInWords(digest)} of ${digest.open} open, ${formatDate(day)}`,
    {
      greeting: `Of the ${digest.open} open action items of ${team.name}: ${digestInWords(digest)}.`,
      sections: sectionsOf(digest, { baseUrl: place.baseUrl, namesOwners: true }),
      links: [{ text: `The board of ${team.name}`, href: board }],
      footer: [
        `Why do I get this? You lead ${team.name} in Muster.`,
        `It comes once a week at 08:00 (${place.zone}) on the team’s first working day, and leaves out items that are snoozed.`,
        `${place.baseUrl}/actions/reminders says more.`,
      ],
    },
  );
}

const written = (subject: string, page: MailPage): Written => ({
  subject,
  text: toText(page),
  html: toHtml(page),
});

/** More than these of one kind are better read on the board. */
const MOST_ROWS = 20;

type Listing = { baseUrl: string; namesOwners: boolean };

function sectionsOf(
  { overdue, atRisk, checksDue, unowned }: Digest<RemindedItem>,
  listing: Listing,
): MailSection[] {
  return [
    section("Overdue", overdue, dueWords, listing),
    section("At risk", atRisk, dueWords, listing),
    section("Checks due", checksDue, checkWords, listing),
    section("Without an owner", unowned, dueWords, listing),
  ].filter(({ rows }) => rows.length > 0);
}

function section(
  heading: string,
  items: RemindedItem[],
  wordsOf: (item: RemindedItem) => string,
  { baseUrl, namesOwners }: Listing,
): MailSection {
  const rest = items.length - MOST_ROWS;
  const rowOf = (item: RemindedItem): MailRow => ({
    title: { text: `AI-${item.id} ${item.title}`, href: baseUrl + actionAddress(item.id) },
    details: [wordsOf(item), namesOwners && item.person, item.priority, item.incidentKey]
      .filter(Boolean)
      .join(" · "),
  });
  return {
    heading: `${heading} (${items.length})`,
    rows: items.slice(0, MOST_ROWS).map(rowOf),
    more: rest > 0 ? `and ${rest} more` : undefined,
  };
}

function dueWords(item: RemindedItem): string {
  const words = deadlineInWords(item, item.today);
  return words ? `${words} (${formatDate(item.deadline ?? "")})` : "no deadline";
}

const checkWords = ({ checkText, checkDue }: RemindedItem) =>
  `“${checkText}” was to be checked by ${formatDate(checkDue ?? "")}`;
