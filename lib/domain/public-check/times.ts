import { CADENCES } from "../cadence";
import { promisesIn } from "../promise-text";
import { toUtc } from "../time";
import type { CheckedPost, Finding, KnownFacts, Rule } from "./finding";
import { quoteOf, sentencesOf, WELL } from "./sentences";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Writing takes a while: times this near to each other are the same. */
const NEAR = 1.5 * MINUTE;
const NEAR_START = 5 * MINUTE;

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?! ?[ap]\.?m\b)(?:(?= ?(?:UTC|GMT|Z)\b)|(?! ?[A-Z]{2,4}\b))`;
const SINCE = new RegExp(
  String.raw`\b(?:since|starting (?:at|from)|(?:began|started|beginning)(?: at| around)?|from)(?: about| around| approximately)? ${CLOCK}`,
  "i",
);
const TO_COME = new RegExp(
  String.raw`\b(?:next|further|another|final) update\b[^.]{0,40}?\b(?:by|at|before|around) ${CLOCK}|\b(?:will|expect)\b[^.]{0,60}?\b(?:by|at|before|until) ${CLOCK.replaceAll("hour", "hour2").replaceAll("minute", "minute2")}`,
  "i",
);

/** Times in the text that are over, or not those that the record or the writer's own choice has. */
export const wrongTimes: Rule = (post, facts) => [
  ...sentencesOf(post.text).flatMap((sentence) => [
    ...promisedOtherwise(sentence, post),
    ...alreadyPast(sentence, post),
    ...startedOtherwise(sentence, post, facts),
  ]),
  ...missingPromise(post, facts),
];

function promisedOtherwise(sentence: string, { at, dueAt, status }: CheckedPost): Finding[] {
  const said = promisesIn(sentence, at).find(({ kind }) => kind === "update")?.dueAt;
  if (said === undefined) return [];
  const isOver = status === "resolved";
  if (!isOver && dueAt !== undefined && Math.abs(said - dueAt) <= NEAR) return [];
  return [
    {
      kind: "promise",
      quote: quoteOf(sentence),
      says:
        dueAt === undefined || isOver
          ? "No next update is promised in the form."
          : `The next update is set for ${clock(dueAt)}.`,
      question: `Is it due by ${clock(said)}?`,
    },
  ];
}

function alreadyPast(sentence: string, { at }: CheckedPost): Finding[] {
  const match = TO_COME.exec(sentence);
  const { hour, minute, hour2, minute2 } = match?.groups ?? {};
  const said = match && timeBefore(Number(hour ?? hour2), Number(minute ?? minute2), at);
  if (match === null || !said || at - said >= DAY / 2 || at - said <= NEAR) return [];
  return [
    {
      kind: "time",
      quote: quoteOf(match[0]),
      says: `It is ${clock(at)} already.`,
      question: "Which time is meant?",
    },
  ];
}

function startedOtherwise(
  sentence: string,
  { at }: CheckedPost,
  { starts }: KnownFacts,
): Finding[] {
  const match = SINCE.exec(sentence);
  const said =
    match && timeBefore(Number(match.groups?.hour), Number(match.groups?.minute), at + NEAR);
  const [earliest] = starts;
  if (WELL.test(sentence)) return [];
  if (match === null || !said || earliest === undefined || at - earliest >= DAY) return [];
  if (starts.some((start) => Math.abs(start - said) <= NEAR_START)) return [];
  return [
    {
      kind: "time",
      quote: quoteOf(match[0]),
      says: `In the record it began at ${clock(earliest)}.`,
      question: "Since when is it?",
    },
  ];
}

function missingPromise({ status, dueAt }: CheckedPost, { severity }: KnownFacts): Finding[] {
  if (dueAt !== undefined || status === "resolved") return [];
  return [
    {
      kind: "promise_missing",
      quote: "",
      says: `No next update is promised. ${severity} asks for one every ${CADENCES[severity].updateEvery} minutes.`,
      question: "When will customers hear from us next?",
    },
  ];
}

/** The last such time of day in UTC before a moment; `undefined` where there is no such time. */
function timeBefore(hour: number, minute: number, before: number): number | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const today = Math.floor(before / DAY) * DAY + (hour * 60 + minute) * MINUTE;
  return today <= before ? today : today - DAY;
}

const clock = (at: number) => `${toUtc(at).slice(11, 16)} UTC`;
