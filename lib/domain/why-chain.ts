import { quoted } from "./draft/text";
import { nameOf, splitSections } from "./sections";

/** After so many answers the question has been asked often enough. */
export const MOST_WHYS = 7;
export const MOST_CHAINS = 20;

/** What went wrong, why, why that, and so on: each answer says why the one before it. */
export type WhyChain = { problem: string; answers: string[] };

/** The answers that were given: one that was emptied leaves the chain, which closes over it. */
export function givenAnswers(answers: string[]): string[] {
  return answers.map((answer) => answer.trim()).filter((answer) => answer !== "");
}

/** How many answers a form asks for: those that are there, and the next one. */
export function askedFor(answers: string[]): number {
  const last = answers.findLastIndex((answer) => answer.trim() !== "");
  return Math.min(last + 2, MOST_WHYS);
}

/** The chain as Markdown: the problem, and a numbered list of the answers. */
export function whyMarkdown({ problem, answers }: WhyChain): string {
  const lines = answers.map((answer, index) => `${index + 1}. Why? ${quoted(answer)}`);
  return [`**Problem:** ${quoted(problem)}`, lines.join("\n")].filter(Boolean).join("\n\n");
}

const SECTION = "Root cause";

/** A postmortem with the chain at the end of its section on the root cause, which it gets if it has none. */
export function withWhys(markdown: string, chain: WhyChain): string {
  const passage = whyMarkdown(chain);
  const sections = splitSections(markdown);
  const at = sections.findIndex(({ title }) => nameOf(title) === nameOf(SECTION));
  if (at === -1) {
    return [markdown.trimEnd(), `## ${SECTION}`, `${passage}\n`].filter(Boolean).join("\n\n");
  }
  const isLast = at === sections.length - 1;
  return sections
    .map(({ raw }, index) =>
      index === at ? `${raw.trimEnd()}\n\n${passage}\n${isLast ? "" : "\n"}` : raw,
    )
    .join("");
}
