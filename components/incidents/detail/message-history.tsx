import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import type { MessageEdits } from "@/db/queries/messages";

/** What a message said before it was corrected, for members. */
export function MessageHistory({ earlier }: { earlier: MessageEdits["earlier"] }) {
  if (earlier.length === 0) return null;
  return (
    <Disclosure
      summary={earlier.length === 1 ? "What it said before" : `${earlier.length} earlier texts`}
      className="mt-0.5 text-[0.8125rem]"
    >
      <ol className="grid gap-2 pb-1">
        {earlier.map(({ message, editedBy, editedAt }) => (
          <li key={editedAt} className="border-s-2 border-border ps-3">
            <p className="whitespace-pre-wrap wrap-anywhere">{message}</p>
            <p className="text-muted-foreground">
              Until <Time at={editedAt} />, corrected by {editedBy}
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
