import { piecesOf, says, withoutPiece, withPiece, type Piece } from "./pieces";
import { nameOf, splitSections, type Section } from "./sections";

/** Three texts of one postmortem: what was drafted last, what stands there, what the record gives now. */
export type Drafts = { base: string; mine: string; theirs: string };

/**
 * How a section stands: `same` is what the record gives, `changed` what nobody touched since the record
 * changed, `written` what a person wrote, `missing` what was never there, `removed` what a person took out,
 * and `own` is not in the template.
 */
export type RedraftKind = "same" | "changed" | "written" | "missing" | "removed" | "own";

/** A sentence for a section that a person wrote: the record now says it, or says it no longer. */
export type Offer = { kind: "new" | "gone"; text: string };

export type RedraftSection = {
  name: string;
  title: string;
  kind: RedraftKind;
  /** What stands below the heading, and what the record gives; empty where there is nothing. */
  mine: string;
  theirs: string;
  offers: Offer[];
};

/** Which sections to take from the record, by name, and which sentences into which section. */
export type RedraftChoice = {
  sections: readonly string[];
  offers: readonly (Offer & { section: string })[];
};

/** Every section in the template's order, then those that people added. */
export function compareDrafts({ base, mine, theirs }: Drafts): RedraftSection[] {
  const [before, now, next] = [byName(base), byName(mine), byName(theirs)];
  const drafted = [...next].map(([name, section]) =>
    compared(name, section, before.get(name)?.body, now.get(name)),
  );
  const own = [...now].flatMap(([name, { title, body }]) =>
    name === "" || next.has(name) ? [] : [ownSection(name, title, body)],
  );
  return [...drafted, ...own];
}

/** True where drafting again would do something without asking, or has something to offer. */
export const hasNews = (sections: readonly RedraftSection[]): boolean =>
  sections.some(
    ({ kind, offers }) => kind === "changed" || kind === "missing" || offers.length > 0,
  );

/**
 * The text with what was chosen, and the draft to compare with the next time. A section that a person
 * wrote gets the chosen sentences alone, whatever else is asked for.
 */
export function redraft(drafts: Drafts, choice: RedraftChoice): { text: string; drafted: string } {
  const bases = new Map([...byName(drafts.base)].map(([name, { raw }]) => [name, raw]));
  const order = [...byName(drafts.theirs).keys()];
  let parts = splitSections(drafts.mine).map((section) => ({
    ...section,
    name: nameOf(section.title),
  }));

  for (const section of compareDrafts(drafts)) {
    const { name, kind, title, theirs } = section;
    const whole = `## ${title}\n\n${theirs}\n\n`;
    if (kind === "same") bases.set(name, whole);
    else if (kind === "written") {
      const taken = section.offers.filter((offer) =>
        choice.offers.some((each) => each.section === name && isSameOffer(each, offer)),
      );
      if (taken.length === 0) continue;
      const base = splitSections(bases.get(name) ?? "")[0]?.body ?? "";
      bases.set(name, `## ${title}\n\n${withOffers(base, taken, theirs)}\n\n`);
      parts = replaced(parts, name, withOffers(section.mine, taken, theirs));
    } else if (kind !== "own" && choice.sections.includes(name)) {
      bases.set(name, whole);
      const isThere = parts.some((part) => part.name === name);
      parts = isThere
        ? replaced(parts, name, theirs)
        : added(parts, { name, title, raw: whole, body: theirs }, order);
    }
  }
  const text = parts.map(({ raw }) => raw).join("");
  return {
    text: text === drafts.mine ? text : `${text.trimEnd()}\n`,
    drafted: [...bases.values()].join(""),
  };
}

export type Part = Section & { name: string };

/** Sections by what their headings say; of several that say the same, the first. */
export function byName(markdown: string): Map<string, Section> {
  const sections = new Map<string, Section>();
  for (const section of splitSections(markdown)) {
    const name = nameOf(section.title);
    if (!sections.has(name)) sections.set(name, section);
  }
  return sections;
}

function compared(
  name: string,
  { title, body: theirs }: Section,
  base: string | undefined,
  now: Section | undefined,
): RedraftSection {
  const mine = now?.body ?? "";
  const section = { name, title, mine, theirs, offers: [] };
  if (!now) return { ...section, kind: base === undefined ? "missing" : "removed" };
  if (mine === theirs) return { ...section, kind: "same" };
  if (mine === base) return { ...section, kind: "changed" };
  return { ...section, kind: "written", offers: offersFor(base ?? "", mine, theirs) };
}

const ownSection = (name: string, title: string, mine: string): RedraftSection => ({
  name,
  title,
  kind: "own",
  mine,
  theirs: "",
  offers: [],
});

/** What was drafted once and is gone from the text was taken out by a person, and is not offered again. */
function offersFor(base: string, mine: string, theirs: string): Offer[] {
  const fresh = piecesOf(theirs).filter((piece) => !says(base, piece) && !says(mine, piece));
  const stale = piecesOf(base).filter((piece) => !says(theirs, piece) && says(mine, piece));
  return [
    ...fresh.map(({ text }) => ({ kind: "new", text }) as const),
    ...stale.map(({ text }) => ({ kind: "gone", text }) as const),
  ];
}

const isSameOffer = (a: Offer, b: Offer) => a.kind === b.kind && a.text === b.text;

function withOffers(body: string, offers: readonly Offer[], theirs: string): string {
  const order = piecesOf(theirs);
  const find = (pieces: readonly Piece[], text: string) =>
    pieces.find((piece) => piece.text === text);
  return offers.reduce((text, offer) => {
    if (offer.kind === "new") {
      const piece = find(order, offer.text);
      return piece ? withPiece(text, piece, order) : text;
    }
    return withoutPiece(text, { text: offer.text, under: "", paragraph: 0 });
  }, body);
}

/** The first section of this name with another body below the heading that it has. */
export function replaced(parts: Part[], name: string, body: string): Part[] {
  const index = parts.findIndex((part) => part.name === name);
  const part = parts[index];
  if (!part) return parts;
  const [heading = ""] = part.raw.split("\n", 1);
  const start = part.body === "" ? -1 : part.raw.indexOf(part.body, heading.length);
  const head = start === -1 ? `${heading}\n\n` : part.raw.slice(0, start);
  const tail = start === -1 ? "" : part.raw.slice(start + part.body.length);
  return parts.toSpliced(index, 1, { ...part, raw: ended(head + body + tail), body });
}

/** A section in the place that the template gives it among those that are there. */
function added(parts: Part[], part: Part, order: string[]): Part[] {
  const place = order.indexOf(part.name);
  const before = order.slice(0, place).findLast((name) => parts.some((each) => each.name === name));
  const after = order.slice(place + 1).find((name) => parts.some((each) => each.name === name));
  const index =
    before !== undefined
      ? parts.findLastIndex(({ name }) => name === before) + 1
      : after !== undefined
        ? parts.findIndex(({ name }) => name === after)
        : parts.length;
  return parts
    .map((each, at) => (at === index - 1 ? { ...each, raw: ended(each.raw) } : each))
    .toSpliced(index, 0, part);
}

/** A text after which a heading can stand. */
export const ended = (text: string) =>
  text.endsWith("\n\n") ? text : `${text.replace(/\n*$/, "")}\n\n`;
