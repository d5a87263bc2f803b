import type { Node } from "@tiptap/pm/model";
import { anchorAt, type Anchor } from "@/lib/domain/anchor";

const AROUND = 300;

/** What stands between two places, with the words around it; `undefined` where there are no words. */
export function quoteOf(doc: Node, from: number, to: number): Anchor | undefined {
  const words = (start: number, end: number) => doc.textBetween(start, end, "\n", " ");
  const selected = words(from, to);
  const quote = selected.trim();
  if (quote === "") return undefined;
  const before = words(Math.max(0, from - AROUND), from);
  const after = words(to, Math.min(doc.content.size, to + AROUND));
  const start = before.length + selected.indexOf(quote);
  return anchorAt(before + selected + after, { from: start, to: start + quote.length });
}
