import { Disclosure } from "@/components/ui/disclosure";
import type { Change } from "@/lib/text-changes";

const CONTEXT = 3;

type ComparedTextProps = {
  changes: Change[];
  /** Leaves out what is in both, but for the lines around a change. */
  onlyChanges?: boolean;
};

/** How one text became another, word by word. Long stretches in both are folded away. */
export function ComparedText({ changes, onlyChanges = false }: ComparedTextProps) {
  return (
    <div className="text-sm leading-6 wrap-anywhere whitespace-pre-wrap">
      {changes.map((change, index) =>
        change.kind === "same" ? (
          <SameText key={index} text={change.text} isLeftOut={onlyChanges} />
        ) : (
          <ChangedText key={index} change={change} />
        ),
      )}
    </div>
  );
}

/** Words that were put in or taken out, or that stayed. */
export function ChangedText({ change: { kind, text } }: { change: Change }) {
  if (kind === "inserted") {
    return <ins className="rounded-xs bg-success-surface text-success">{text}</ins>;
  }
  if (kind === "deleted") {
    return <del className="rounded-xs bg-danger-surface text-danger">{text}</del>;
  }
  return <span>{text}</span>;
}

function SameText({ text, isLeftOut }: { text: string; isLeftOut: boolean }) {
  const lines = text.split("\n");
  const folded = lines.slice(CONTEXT, -CONTEXT);
  if (folded.length <= CONTEXT) return <span>{text}</span>;
  const summary = `${folded.length} lines without changes`;
  return (
    <>
      <span>{lines.slice(0, CONTEXT).join("\n")}</span>
      {isLeftOut ? (
        <p className="my-1 rounded-md bg-muted px-2 text-muted-foreground">{summary}</p>
      ) : (
        <Disclosure
          summary={summary}
          className="my-1 rounded-md bg-muted px-2 whitespace-normal text-muted-foreground"
        >
          <p className="pb-2 whitespace-pre-wrap text-foreground">{folded.join("\n")}</p>
        </Disclosure>
      )}
      <span>{lines.slice(-CONTEXT).join("\n")}</span>
    </>
  );
}
