import { readCsv } from "./csv";
import { DomainError } from "./error";
import {
  SUBSCRIBER_KINDS,
  subscriberProblem,
  tidyAddress,
  type SubscriberKind,
  type SubscriberState,
} from "./subscriber";

/** The columns of a list of subscribers, as it is exported and read. Only the address is needed. */
export const LIST_COLUMNS = ["address", "kind", "state", "components", "confirmed_at"] as const;

/** What other pages call the column of addresses. */
const ADDRESS_NAMES = ["address", "email", "e-mail", "email address", "endpoint", "url"];

export type ListedSubscriber = {
  kind: SubscriberKind;
  address: string;
  state: Extract<SubscriberState, "active" | "left">;
  /** Names; none means all. */
  components: string[];
};

const SHOWN_PROBLEMS = 5;
const MOST_LINES = 20_000;

/**
 * Reads a list of subscribers: CSV with a first line that names the columns, or an address on each line.
 * Who never confirmed is left out; an address that comes again counts once.
 */
export function readSubscriberList(
  text: string,
  allowed: { allowsPrivate: boolean },
): ListedSubscriber[] {
  const [first = [], ...rest] = readCsv(text);
  const names = first.map((name) => name.toLowerCase());
  const hasNames = names.some((name) => ADDRESS_NAMES.includes(name));
  const rows = hasNames ? rest : [first, ...rest];
  if (rows.length > MOST_LINES) {
    throw new DomainError(`Import ${MOST_LINES.toLocaleString("en")} at most at a time.`, "text");
  }
  const place = (name: string) => (hasNames ? names.indexOf(name) : -1);
  const addressAt = hasNames ? names.findIndex((name) => ADDRESS_NAMES.includes(name)) : 0;
  const problems: string[] = [];
  const listed = new Map<string, ListedSubscriber>();
  rows.forEach((row, i) => {
    const cell = (at: number) => unmarked(row[at] ?? "");
    const typed = cell(addressAt);
    const kind =
      SUBSCRIBER_KINDS.find((one) => one === cell(place("kind")).toLowerCase()) ?? kindOf(typed);
    const address = tidyAddress(kind, typed);
    const problem = subscriberProblem(kind, address, allowed);
    const state = cell(place("state")).toLowerCase();
    if (problem) problems.push(`Line ${i + (hasNames ? 2 : 1)}: ${problem}`);
    if (problem || state === "asked") return;
    listed.set(`${kind} ${address}`, {
      kind,
      address,
      state: state === "left" ? "left" : "active",
      components: cell(place("components"))
        .split(/\s*;\s*/)
        .filter(Boolean),
    });
  });
  if (problems.length > 0) throw new DomainError(inShort(problems), "text");
  if (listed.size === 0) throw new DomainError("There is no address in it.", "text");
  return [...listed.values()];
}

const kindOf = (address: string): SubscriberKind =>
  /^https?:/i.test(address) ? "webhook" : "mail";

/** Without the apostrophe by which an export keeps spreadsheets from taking a text for a formula. */
const unmarked = (cell: string) => cell.replace(/^'(?=[=+\-@])/, "");

function inShort(problems: string[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEMS).join(" ");
  const rest = problems.length - SHOWN_PROBLEMS;
  return rest > 0 ? `${shown} And ${rest} more.` : shown;
}
