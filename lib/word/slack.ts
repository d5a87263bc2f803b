import { HAPPENING_NAMES } from "@/lib/domain/happenings";
import type { Word } from "@/lib/domain/word";
import { headline, linkOf, moreWords, shortened, standing, subjectOf, type Telling } from "./words";

/** A section takes 3,000 characters. */
const MOST_TEXT = 2900;
const MOST_TITLE = 500;

/** A message as Slack's incoming webhooks take it, and what imitates them. */
export function slackMessage(telling: Telling) {
  const { words, more } = telling;
  const rest = moreWords(more);
  return {
    text: escaped(subjectOf(telling)),
    blocks: [
      ...words.flatMap((word) => blocksOf(word, telling)),
      ...(rest === undefined ? [] : [context(rest)]),
    ],
  };
}

export const slackTest = (text: string) => ({ text: escaped(text) });

function blocksOf(word: Word, telling: Telling) {
  const { happening, text, message, by } = word;
  const title = `*<${linkOf(word, telling)}|${fitting(headline(word), MOST_TITLE)}>*`;
  return [
    section(`${title}\n${fitting(text, MOST_TITLE)}`),
    ...(message === null ? [] : [section(fitting(message, MOST_TEXT))]),
    context([HAPPENING_NAMES[happening], standing(word), by].filter(Boolean).join(" · ")),
  ];
}

const section = (text: string) => ({
  type: "section",
  text: { type: "mrkdwn", text },
});

const context = (text: string) => ({
  type: "context",
  elements: [{ type: "plain_text", text: shortened(text, MOST_TITLE), emoji: false }],
});

/** As much of a text as there is room for, with no sign that is spelled out cut in two. */
const fitting = (text: string, most: number) =>
  shortened(escaped(text), most).replace(/&[a-z]{0,3}…$/, "…");

/** So that nothing that somebody wrote becomes a link, a mention or a call to everybody. */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
