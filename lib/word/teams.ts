import { HAPPENING_NAMES } from "@/lib/domain/happenings";
import type { Word } from "@/lib/domain/word";
import { headline, linkOf, moreWords, shortened, standing, subjectOf, type Telling } from "./words";

/** A card takes 28 KB, however many bytes a character has. */
const MOST_TEXT = { alone: 1500, amongOthers: 150 };

/** A message as a workflow of Microsoft Teams takes it: one Adaptive Card. */
export function teamsMessage(telling: Telling) {
  const { words, more } = telling;
  const rest = moreWords(more);
  return cardMessage(
    shortened(subjectOf(telling), MOST_TEXT.amongOthers),
    [
      ...words.flatMap((word) => linesOf(word, words.length > 1)),
      ...(rest === undefined ? [] : [line(rest, { isSubtle: true })]),
    ],
    words.slice(0, 6).map((word) => ({
      type: "Action.OpenUrl",
      title: `Open ${word.key ?? "in Muster"}`,
      url: linkOf(word, telling),
    })),
  );
}

export const teamsTest = (text: string) => cardMessage(text, [line(text)], []);

function linesOf(word: Word, isAmongOthers: boolean) {
  const { happening, text, message, by } = word;
  const rest = [HAPPENING_NAMES[happening], standing(word), by].filter(Boolean).join(" · ");
  const most = isAmongOthers ? MOST_TEXT.amongOthers : MOST_TEXT.alone;
  const cut = (each: string) => shortened(each, most);
  return [
    line(cut(headline(word)), { weight: "Bolder", size: "Medium" }),
    line(cut(text)),
    ...(message === null ? [] : [line(cut(message))]),
    line(cut(rest), { isSubtle: true }),
  ];
}

type Look = { weight?: "Bolder"; size?: "Medium"; isSubtle?: boolean };

/** A run of text, which is shown as it is: a text block would read it as Markdown. */
const line = (text: string, look: Look = {}) => ({
  type: "RichTextBlock",
  inlines: [{ type: "TextRun", text, ...look }],
});

const cardMessage = (
  summary: string,
  body: ReturnType<typeof line>[],
  actions: { type: string; title: string; url: string }[],
) => ({
  type: "message",
  summary,
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        body,
        ...(actions.length > 0 && { actions }),
      },
    },
  ],
});
