import { Disclosure } from "@/components/ui/disclosure";
import type { Change } from "@/lib/text-changes";

const CONTEXT = 3;

/** How one text became another, word by word. Long stretches in both are folded away. */
export function ComparedText({ changes }: { changes: Change[] }) {
  return (
    <div className="text-sm leading-6 wrap-anywhere whitespace-pre-wrap">
      {changes.map(({ kind, text }, index) => {
        if (kind === "inserted") {
          return (
            <ins key={index} className="rounded-xs bg-success-surface text-success">
              {text}
            </ins>
          );
        }
        if (kind === "deleted") {
          return (
            <del key={index} className="rounded-xs bg-danger-surface text-danger">
              {text}
            </del>
          );
        }
        return <SameText key={index} text={text} />;
      })}
    </div>
  );
}

function SameText({ text }: { text: string }) {
  const lines = text.split("\n");
  const folded = lines.slice(CONTEXT, -CONTEXT);
  if (folded.length <= CONTEXT) return <span>{text}</span>;
  return (
    <>
      <span>{lines.slice(0, CONTEXT).join("\n")}</span>
      <Disclosure
        summary={`${folded.length} lines without changes`}
        className="my-1 rounded-md bg-muted px-2 whitespace-normal text-muted-foreground"
      >
        <p className="pb-2 whitespace-pre-wrap text-foreground">{folded.join("\n")}</p>
      </Disclosure>
      <span>{lines.slice(-CONTEXT).join("\n")}</span>
    </>
  );
}
