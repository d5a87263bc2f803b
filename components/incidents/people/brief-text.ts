import type { BriefLine, HandoverBrief } from "@/lib/domain/handover-brief";
import { formatDateTime } from "@/lib/format";

export const BRIEF_PARTS = [
  { part: "known", title: "What we know", empty: "Nothing is recorded." },
  { part: "open", title: "What is open", empty: "Nothing is open." },
  { part: "promised", title: "What is promised", empty: "Nothing is promised." },
] as const;

type Texts = { heading: string; brief: HandoverBrief; at: number; origin: string };

/** The brief as plain text, for a chat or an e-mail; each line ends with the address of its source. */
export function briefText({ heading, brief, at, origin }: Texts): string {
  const parts = BRIEF_PARTS.map(({ part, title, empty }) => {
    const lines = brief[part].map((line) => lineText(line, origin));
    return [title, ...(lines.length > 0 ? lines : [empty])].join("\n");
  });
  return [`${heading}\nAs of ${formatDateTime(at)}`, ...parts].join("\n\n");
}

function lineText({ text, at, source, href }: BriefLine, origin: string): string {
  const time = at === null ? "" : `${formatDateTime(at)}: `;
  return `- ${time}${text} (${source}: ${origin}${href})`;
}
