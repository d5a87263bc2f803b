import { quoted } from "./draft/text";

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
