import type { Finding } from "./public-check/finding";
import type { SectionProblem } from "./template";

export const REVIEW_CHECKS = [
  "sections",
  "todo",
  "root_cause",
  "impact",
  "actions",
  "factors",
  "blame",
  "comments",
] as const;
export type ReviewCheckName = (typeof REVIEW_CHECKS)[number];

/** A point of the list; `problem` says what is open, and nothing where it is done. */
export type ReviewCheck = { name: ReviewCheckName; title: string; problem: string | undefined };

export type ReviewFacts = {
  missing: { title: string; problem: SectionProblem }[];
  hasTodo: boolean;
  /** Is the root cause stated, in the record or in the text? */
  hasRootCause: boolean;
  /** Is there a figure for the effect on customers? */
  isImpactCounted: boolean;
  actions: { title: string; owner: string | null; deadline: string | null }[];
  /** Contributing factors that no action answers. */
  gaps: string[];
  /** How many phrases blame. */
  blame: number;
  openThreads: number;
};

const TITLES: Record<ReviewCheckName, string> = {
  sections: "Required sections are filled",
  todo: "No TODO is left",
  root_cause: "The root cause is stated",
  impact: "The effect on customers is counted",
  actions: "Actions have an owner and a date",
  factors: "Every contributing factor has an action",
  blame: "No words that blame",
  comments: "Comments are resolved",
};

/** What a reviewer looks at before approving a text, each with what is open. */
export function reviewChecklist(facts: ReviewFacts): ReviewCheck[] {
  return REVIEW_CHECKS.map((name) => ({
    name,
    title: TITLES[name],
    problem: PROBLEMS[name](facts),
  }));
}

/** The open points as questions to whoever approves or publishes. */
export function reviewFindings(checks: readonly ReviewCheck[]): Finding[] {
  return checks.flatMap(({ title, problem }) =>
    problem === undefined
      ? []
      : {
          kind: "review" as const,
          quote: "",
          says: `${title}: not yet. ${problem.replaceAll(/\s+/g, " ")}`,
          question: "",
        },
  );
}

const PROBLEMS: Record<ReviewCheckName, (facts: ReviewFacts) => string | undefined> = {
  sections: ({ missing }) => {
    const open = missing.filter(({ problem }) => problem !== "todo");
    return open.length === 0
      ? undefined
      : `${sentence(open.map(({ title, problem }) => `“${title}” is ${problem}`))}.`;
  },
  todo: ({ missing, hasTodo }) => {
    if (!hasTodo) return undefined;
    const titles = missing.filter(({ problem }) => problem === "todo").map(({ title }) => title);
    return titles.length === 0
      ? "The text still asks for something."
      : `The text still asks for something under ${sentence(titles.map((title) => `“${title}”`))}.`;
  },
  root_cause: ({ hasRootCause }) =>
    hasRootCause ? undefined : "Neither the text nor the record says it.",
  impact: ({ isImpactCounted }) =>
    isImpactCounted ? undefined : "No figure says how many customers it reached, or how much.",
  actions: ({ actions }) => {
    if (actions.length === 0) return "There is no action.";
    const open = actions.filter(({ owner, deadline }) => isBlank(owner) || isBlank(deadline));
    return open.length === 0
      ? undefined
      : `${open.length} of ${actions.length} lack one: ${listed(open.map(({ title }) => title))}.`;
  },
  factors: ({ gaps }) => (gaps.length === 0 ? undefined : `None answers ${listed(gaps)}.`),
  blame: ({ blame }) =>
    blame === 0 ? undefined : `${blame === 1 ? "1 phrase" : `${blame} phrases`} may read as blame.`,
  comments: ({ openThreads }) =>
    openThreads === 0
      ? undefined
      : `${openThreads === 1 ? "1 thread is" : `${openThreads} threads are`} open.`,
};

const isBlank = (text: string | null) => (text ?? "").trim() === "";
const MOST_LISTED = 3;

function listed(texts: string[]): string {
  const shown = texts.slice(0, MOST_LISTED).map((text) => `“${text}”`);
  const more = texts.length - shown.length;
  return sentence(more > 0 ? [...shown, `${more} more`] : shown);
}

function sentence(parts: string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
