import type { Blockquote, BlockContent, DefinitionContent } from "mdast";
import { ALERTS, oneOf, type Alert } from "./names";

type Quote = { alert: Alert | null; children: (BlockContent | DefinitionContent)[] };

const MARK = /^\[!(\w+)\](?:\n|$)/;

/** What a quote says, and as which alert: `> [!NOTE]` on a line of its own. An escaped mark is text. */
export function alertOf(quote: Blockquote, text: string): Quote {
  const [paragraph, ...others] = quote.children;
  const plain = { alert: null, children: quote.children };
  if (paragraph?.type !== "paragraph") return plain;
  const [words, next, ...after] = paragraph.children;
  if (words?.type !== "text" || text[words.position?.start.offset ?? 0] !== "[") return plain;
  const mark = MARK.exec(words.value);
  const alert = oneOf(ALERTS, mark?.[1]?.toLowerCase());
  if (!mark || !alert) return plain;

  const rest = words.value.slice(mark[0].length);
  const endsHere = mark[0] === words.value && !mark[0].endsWith("\n");
  if (endsHere && next && next.type !== "break") return plain;
  const kept = endsHere ? after : next ? [next, ...after] : [];
  const children = rest === "" ? kept : [{ ...words, value: rest }, ...kept];
  return {
    alert,
    children: children.length > 0 ? [{ ...paragraph, children }, ...others] : others,
  };
}
