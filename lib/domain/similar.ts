import { categoryOf } from "./coverage";
import { phrasesSharedWith } from "./phrases";

/** What an incident is compared by. */
export type Traits = {
  title: string;
  /** The main service first. */
  services: string[];
  /** The root cause and the contributing factors, as far as they are known. */
  causes: string[];
};

/** Why an earlier incident may help, as people read it: `same service` and `payment-gateway`. */
export type Reason = { why: string; what: string };

type Likeness = { score: number; reasons: Reason[] };

const MAIN_SERVICE = 2;
const OTHER_SERVICE = 1;
const CAUSE = 3;
const TITLE = 1;
const CATEGORY = 0.5;
const ENOUGH = 1;
const SHOWN_AT_MOST = 3;

/** How alike others are: the sum of the reasons. The kind of factor alone is too common to count. */
export function likenessTo(subject: Traits): (other: Traits) => Likeness {
  const causesShared = phrasesSharedWith(subject.causes);
  const titleShared = phrasesSharedWith([subject.title]);
  return (other) => {
    const causes = wordReasons("similar cause", CAUSE, causesShared(other.causes));
    const found = [
      ...serviceReasons(subject, other),
      ...causes,
      ...wordReasons("similar title", TITLE, titleShared([other.title])),
    ];
    const kinds = found.length > 0 && causes.length === 0 ? categoryReasons(subject, other) : [];
    const all = [...found, ...kinds];
    return {
      score: all.reduce((sum, { score }) => sum + score, 0),
      reasons: all.map(({ why, what }) => ({ why, what })),
    };
  };
}

/** The most alike of the candidates, each with its reasons, the newest first. */
export function mostSimilar<Candidate extends Traits & { declaredAt: number }>(
  subject: Traits,
  candidates: Candidate[],
  limit: number,
): (Candidate & { reasons: Reason[] })[] {
  const likenessOf = likenessTo(subject);
  return candidates
    .map((candidate) => ({ candidate, ...likenessOf(candidate) }))
    .filter(({ score }) => score >= ENOUGH)
    .toSorted((a, b) => b.score - a.score || b.candidate.declaredAt - a.candidate.declaredAt)
    .slice(0, limit)
    .toSorted((a, b) => b.candidate.declaredAt - a.candidate.declaredAt)
    .map(({ candidate, reasons }) => ({ ...candidate, reasons }));
}

type Scored = Reason & { score: number };

function serviceReasons(subject: Traits, other: Traits): Scored[] {
  const shared = subject.services.filter((name) => other.services.includes(name));
  const [main] = subject.services;
  if (shared.length === 0) return [];
  return [
    {
      why: shared.length === 1 ? "same service" : "same services",
      what: listed(shared),
      score:
        shared.length * OTHER_SERVICE + (main === shared[0] ? MAIN_SERVICE - OTHER_SERVICE : 0),
    },
  ];
}

const wordReasons = (why: string, score: number, phrases: string[]): Scored[] =>
  phrases.length > 0 ? [{ why, what: listed(phrases), score }] : [];

function categoryReasons(subject: Traits, other: Traits): Scored[] {
  const theirs = new Set(other.causes.map(categoryOf));
  const shared = [...new Set(subject.causes.map(categoryOf))].filter((each) => theirs.has(each));
  return shared.length > 0
    ? [{ why: "same kind of factor", what: listed(shared), score: CATEGORY }]
    : [];
}

function listed(words: string[]): string {
  const more = words.length - SHOWN_AT_MOST;
  const shown = words.slice(0, SHOWN_AT_MOST).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}
