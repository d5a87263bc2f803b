import { HAPPENING_NAMES } from "@/lib/domain/happenings";
import type { Word } from "@/lib/domain/word";
import { headline, linkOf, moreWords, shortened, standing, subjectOf, type Telling } from "./words";

/** A section takes 3,000 characters, and a sign that is spelled out has up to five. */
const MOST_TEXT = 500;
const MOST_TITLE = 150;

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
  const title = `*<${linkOf(word, telling)}|${escaped(shortened(headline(word), MOST_TITLE))}>*`;
  return [
    section(`${title}\n${escaped(shortened(text, MOST_TITLE))}`),
    ...(message === null ? [] : [section(escaped(shortened(message, MOST_TEXT)))]),
    context([HAPPENING_NAMES[happening], standing(word), by].filter(Boolean).join(" · ")),
  ];
}

const section = (text: string) => ({
  type: "section",
  text: { type: "mrkdwn", text },
});

const context = (text: string) => ({
  type: "context",
  elements: [{ type: "plain_text", text: shortened(text, MOST_TEXT), emoji: false }],
});

/** So that nothing that somebody wrote becomes a link, a mention or a call to everybody. */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
