import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { lossOf } from "@/lib/markdown/bridge/loss";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { mergeTexts } from "@/lib/merge-texts";

type Texts = Record<"base" | "mine" | "theirs", string>;

/**
 * What two people made of one text. Where that cannot be told from the texts as they are, it is tried with
 * each as the editor writes it: then a list with other bullets is the same list.
 */
export function mergeMarkdown({ base, mine, theirs }: Texts): string | undefined {
  const merged = mergeTexts({ base, mine, theirs });
  if (merged !== undefined) return merged;
  const [from, own, others] = [base, mine, theirs].map(asWritten);
  if (from === undefined || own === undefined || others === undefined) return undefined;
  return mergeTexts({ base: from, mine: own, theirs: others });
}

const asWritten = (text: string): string | undefined =>
  lossOf(text) === undefined ? markdownOf(documentOf(text)) : undefined;
