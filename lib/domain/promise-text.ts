import { nextTime } from "./due-time";

export type PromiseKind = "update" | "report";

/** What a message promises, due in UTC milliseconds. */
export type WrittenPromise = { kind: PromiseKind; dueAt: number };

const AMOUNTS = new Map([
  ["half an", 0.5],
  ["an", 1],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["five", 5],
  ["ten", 10],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["forty-five", 45],
  ["sixty", 60],
  ["ninety", 90],
]);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WHEN = String.raw`(?:(?:in|within)(?: the next)? (?<amount>\d{1,3}|${[...AMOUNTS.keys()].join("|")}) ?(?<unit>min(?:ute)?s?|h(?:ou)?rs?|h|days?)|(?:(?:by|at|before|no later than) )?(?<hour>\d{1,2}):(?<minute>\d{2}) ?(?:UTC|GMT|Z))\b`;
const WHERE = String.raw`(?: (?:here|on this page|to this page|in this channel))?`;
const ABOUT = String.raw`(?: (?:on|of|about|for|regarding)(?: [\w-]{1,30}){1,5}?)?`;
const WE_WILL = String.raw`(?:\b(?:we|i)(?: will|['’]ll)|^will) (?:also |then )?`;
const CLAUSE = String.raw`(?:^|[,;:(–—-] ?|\band )(?:(?:please )?expect )?(?:an? |the |our )?`;
const TO_SOMEONE = String.raw`(?: you| customers| everyone)?(?: with)?`;
const UPDATE = String.raw`(?:(?:further|final|new|full|brief|public|status|next) ){0,2}update`;
const REPORT = String.raw`(?:(?:full|final|detailed|complete|public|written|preliminary|incident|post-incident|root cause) ){0,3}(?:report|post-?mortem|analysis|review|rca|write-?up)`;
const GIVE = "(?:provide|share|post|give|send|issue|publish|release|complete)";
const A = "(?:an?|another|the|our)";
const COMES = String.raw`(?: (?:is|will|be|to|due|follow|follows|come|comes|posted|provided|shared|published|available)){0,4}`;

const form = (source: string) => new RegExp(`${source} ${WHEN}`, "i");
const FORMS: [PromiseKind, RegExp][] = [
  [
    "update",
    form(`${CLAUSE}(?:next|another|further|final) (?:status |public )?update${COMES}${WHERE}:?`),
  ],
  ["update", form(`${CLAUSE}(?:further |new |final )?update will${COMES}${WHERE}`)],
  ["update", form(`${WE_WILL}${GIVE}${TO_SOMEONE} ${A} ${UPDATE}${ABOUT}${WHERE}`)],
  [
    "update",
    form(`${WE_WILL}update(?: again| you| this page| the status page| the channel| everyone){0,2}`),
  ],
  ["report", form(`${WE_WILL}${GIVE}${TO_SOMEONE} ${A} ${REPORT}${ABOUT}${WHERE}`)],
  ["report", form(`${CLAUSE}${REPORT}${ABOUT}${COMES}${WHERE}:?`)],
];

const SOONER = /,? (?:or|and) (?:sooner|earlier|as soon as|before then)\b.*$/i;
const CONDITION =
  /\b(?:if|unless|until|once|when|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\?$/i;
const DOUBT =
  /\b(?:not|cannot|unable|fail(?:ed|s)?|may|might|could|should|would|hope|aim|try|trying|expected|likely|missed|promised|was|were|had|told|said|wait(?:ing)?|their|vendor|provider)\b|n['’]t\b|["“”]/i;
const ANOTHER_CLOCK =
  /^ ?(?:of|after|following|from(?! now)|before|ago|late|on|or (?:so|more|longer)|at the earliest)\b/i;

/**
 * The next update and the report that a message promises, at most one of each. It reads the usual
 * English forms with a plain length of time or a time in UTC; text that hedges, sets conditions,
 * looks back or names another day promises nothing.
 */
export function promisesIn(message: string, madeAt: number): WrittenPromise[] {
  const found = new Map<PromiseKind, WrittenPromise>();
  for (const sentence of sentencesOf(message)) {
    for (const [kind, pattern] of FORMS) {
      if (found.has(kind)) continue;
      const dueAt = dueIn(sentence, pattern, madeAt);
      if (dueAt !== undefined) found.set(kind, { kind, dueAt });
    }
  }
  return [...found.values()];
}

function sentencesOf(message: string): string[] {
  return message
    .replace(/[*`]/g, "")
    .split(/(?<=[.!?])\s|\n/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim().replace(SOONER, ""))
    .filter((sentence) =>
      /\bupdate|\breport|mortem|\breview|analysis|\brca|write-?up/i.test(sentence),
    );
}

function dueIn(sentence: string, pattern: RegExp, madeAt: number): number | undefined {
  const match = pattern.exec(sentence);
  if (!match || CONDITION.test(sentence)) return undefined;
  const end = match.index + match[0].length;
  const clause = sentence.slice(clauseStart(sentence, match.index), end);
  if (DOUBT.test(clause) || ANOTHER_CLOCK.test(sentence.slice(end))) return undefined;
  const { amount, unit, hour, minute } = match.groups ?? {};
  return amount && unit
    ? madeAt + lengthOf(amount.toLowerCase(), unit.toLowerCase())
    : nextTime(Number(hour), Number(minute), madeAt);
}

function clauseStart(sentence: string, index: number): number {
  const before = sentence.slice(0, index + 1);
  return 1 + Math.max(before.lastIndexOf(","), before.lastIndexOf(";"), before.lastIndexOf(":"));
}

function lengthOf(amount: string, unit: string): number {
  const size = unit.startsWith("d") ? DAY : unit.startsWith("h") ? HOUR : MINUTE;
  return (AMOUNTS.get(amount) ?? Number(amount)) * size;
}
