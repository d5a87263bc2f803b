import { eventTypeName } from "@/components/incidents/detail/event-type";
import { ComparedText } from "@/components/postmortems/compared-text";
import { Time } from "@/components/time";
import type { EventRevision } from "@/db/queries/timeline-view";
import { audienceOf } from "@/lib/domain/promises";
import type { Change } from "@/lib/text-changes";
import { audienceWord } from "./audience-mark";

/** What a row said before an edit, with how its text became the next one. */
export type RowHistory = (EventRevision & { changes: Change[] | undefined })[];
export type Histories = Record<number, RowHistory>;

/** Every earlier text of a row: who replaced it, when, and which words. */
export function History({ history }: { history: RowHistory }) {
  return (
    <ol className="grid gap-3">
      {history.map(({ id, at, type, audience, description, changes, editedBy, editedAt }) => (
        <li key={id} className="border-s-2 border-border ps-3">
          <p className="text-xs text-muted-foreground">
            {editedBy} changed this, <Time at={editedAt} />. Before: {eventTypeName(type)},{" "}
            <Time at={at} />, {audienceWord(audienceOf(audience))}.
          </p>
          {changes ? (
            <ComparedText changes={changes} />
          ) : (
            <p className="text-sm whitespace-pre-wrap wrap-anywhere">{description}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
