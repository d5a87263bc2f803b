import type { ReactNode } from "react";
import type { BlameFinding } from "@/lib/domain/blameless";

type BlameListProps = {
  findings: BlameFinding[];
  /** What leads to the words in the text. */
  jump?: (finding: BlameFinding) => ReactNode;
};

/** Words that may read as blame, what they do, and what to write instead. */
export function BlameList({ findings, jump }: BlameListProps) {
  if (findings.length === 0) {
    return <p className="text-muted-foreground">No words that blame.</p>;
  }
  return (
    <ul className="grid gap-3">
      {findings.map((finding) => (
        <li key={`${finding.from} ${finding.quote}`} className="grid justify-items-start gap-0.5">
          {jump?.(finding) ?? <QuoteLink quote={finding.quote} />}
          <p>{finding.why}</p>
          <p className="text-muted-foreground">{finding.instead}</p>
        </li>
      ))}
    </ul>
  );
}

/** Leads to the words on the page, which the browser looks for. */
function QuoteLink({ quote }: { quote: string }) {
  const words = encodeURIComponent(quote.replaceAll(/[*_~`\\]/g, "")).replaceAll("-", "%2D");
  return (
    <a
      href={`#:~:text=${words}`}
      className="touch-target rounded-sm py-0.5 font-medium wrap-anywhere text-link underline underline-offset-2"
    >
      “{quote}”
    </a>
  );
}
