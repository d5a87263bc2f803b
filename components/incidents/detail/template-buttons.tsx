"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { humanize } from "@/lib/format";

type TemplateButtonsProps = {
  templateOf: (status: IncidentStatus) => string;
  /** What is typed already: it is never overwritten without a word. */
  text: string;
  insert: (text: string, status: IncidentStatus) => void;
};

/** Words to start from, for each status. */
export function TemplateButtons({ templateOf, text, insert }: TemplateButtonsProps) {
  const [asked, setAsked] = useState<IncidentStatus>();

  function choose(status: IncidentStatus) {
    if (text.trim() === "") insert(templateOf(status), status);
    else setAsked(status);
  }

  function answer(status: IncidentStatus, next: string) {
    insert(next, status);
    setAsked(undefined);
  }

  return (
    <div className="grid gap-2">
      <div role="group" aria-label="Start from" className="flex flex-wrap items-center gap-2">
        <span className="text-[0.8125rem] text-muted-foreground">Start from</span>
        {INCIDENT_STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            onClick={() => choose(status)}
            className="min-h-7 rounded-full border border-input bg-card px-2.5 text-xs font-medium hover:bg-accent pointer-coarse:min-h-11"
          >
            {humanize(status)}
          </button>
        ))}
      </div>
      {asked !== undefined && (
        <div role="group" aria-label="Replace your text?" className="flex flex-wrap gap-2">
          <p className="self-center text-[0.8125rem] font-medium">Replace your text?</p>
          <Button
            type="button"
            size="sm"
            variant="outline"
            autoFocus
            onClick={() => answer(asked, `${text.trimEnd()}\n\n${templateOf(asked)}`)}
          >
            Add below it
          </Button>
          <Button
            type="button"
            size="sm"
            variant="outline"
            onClick={() => answer(asked, templateOf(asked))}
          >
            Replace it
          </Button>
          <Button type="button" size="sm" variant="ghost" onClick={() => setAsked(undefined)}>
            Keep my text
          </Button>
        </div>
      )}
    </div>
  );
}
