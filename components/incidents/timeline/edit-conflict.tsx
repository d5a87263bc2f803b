"use client";

import { useEffect, useRef } from "react";
import { eventTypeName } from "@/components/incidents/detail/event-type";
import { ComparedText } from "@/components/postmortems/compared-text";
import { Time } from "@/components/time";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import type { ActionResult } from "@/lib/action";
import type { Audience } from "@/lib/domain/incident";
import type { Change } from "@/lib/text-changes";
import { audienceWord } from "./audience-mark";

/** What stands there now, for a writer who saw something else; `changes` lead from it to their text. */
export type StandingRow = {
  version: number;
  type: string | null;
  description: string;
  at: number;
  audience: Audience;
  editedBy: string | null;
  editedAt: number | null;
  changes?: Change[];
};

/** What the server says stands there now, if someone was faster. */
export function standingOf(result: ActionResult | null): StandingRow | undefined {
  const conflict = result && !result.ok ? result.conflict : undefined;
  return isStanding(conflict) ? conflict : undefined;
}

const isStanding = (value: unknown): value is StandingRow =>
  typeof value === "object" && value !== null && "version" in value && "description" in value;

/** Two people changed a row: what stands there, and which words are the writer's own. */
export function EditConflict({ standing }: { standing: StandingRow }) {
  const { type, at, audience, description, editedBy, editedAt, changes } = standing;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), [standing]);
  return (
    <Alert ref={notice} tabIndex={-1} variant="warning" role="alert">
      <AlertTitle>{editedBy ?? "Someone"} changed this row while you were writing.</AlertTitle>
      <AlertDescription className="grid gap-2">
        <p>Nothing is lost: your text is still below. This stands there now:</p>
        <p className="text-xs">
          {eventTypeName(type)}, <Time at={at} />, {audienceWord(audience)}
          {editedAt !== null && (
            <>
              , changed <Time at={editedAt} />
            </>
          )}
        </p>
        <blockquote className="border-s-2 border-warning ps-3 text-foreground whitespace-pre-wrap wrap-anywhere">
          {description}
        </blockquote>
        {changes && (
          <>
            <p>And this is what yours would change in it:</p>
            <ComparedText changes={changes} />
          </>
        )}
      </AlertDescription>
    </Alert>
  );
}
