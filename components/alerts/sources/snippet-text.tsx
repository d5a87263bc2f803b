import { CopyText } from "@/components/postmortems/causes/copy-text";
import type { Snippet } from "@/lib/domain/alerts/snippets";

/** What is set up at the other side, to be copied. */
export const SnippetText = ({ where, text }: Snippet) => (
  <div>
    <p className="mb-1.5 max-w-prose">{where}</p>
    <pre
      tabIndex={0}
      aria-label="What to set up"
      className="max-h-96 overflow-auto rounded-lg border border-border bg-card p-3 text-[0.8125rem] text-foreground"
    >
      <code>{text}</code>
    </pre>
    <CopyText text={text} />
  </div>
);
