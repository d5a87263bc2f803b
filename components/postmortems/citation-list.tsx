"use client";

import { Quote } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { useHasScript } from "@/components/use-has-script";
import { citation, shortTime } from "@/lib/domain/citation";

export type CitableEvent = { seq: number; at: number; description: string };

type CitationListProps = {
  incidentKey: string;
  events: CitableEvent[];
  /** Puts a link to an event into the text; without it the link is shown for copying. */
  onInsert: ((citation: string) => void) | undefined;
};

/** The timeline, each row with the link that cites it. */
export function CitationList({ incidentKey, events, onInsert }: CitationListProps) {
  const hasScript = useHasScript();
  const canInsert = hasScript && onInsert !== undefined;
  const firstAt = events[0]?.at ?? 0;

  return (
    <Card aria-labelledby="citations">
      <CardHeader>
        <CardTitle id="citations">Timeline</CardTitle>
        <CardDescription>
          {canInsert ? "Cite puts a link to the event where you write." : "Times are UTC."}
        </CardDescription>
      </CardHeader>
      <CardContent className="px-0 pb-0">
        {events.length === 0 && (
          <p className="px-4 pb-4 text-[0.8125rem] text-muted-foreground">
            Nothing is recorded to cite.
          </p>
        )}
        <ol
          tabIndex={events.length > 0 ? 0 : undefined}
          aria-labelledby="citations"
          className="max-h-96 overflow-y-auto"
        >
          {events.map(({ seq, at, description }) => {
            const link = citation({ key: incidentKey, anchor: `e-${seq}`, at, firstAt });
            const time = shortTime(at, firstAt);
            return (
              <li
                key={seq}
                className="flex items-start gap-2 border-t border-border px-4 py-2 text-[0.8125rem] leading-5"
              >
                <p className="min-w-0 flex-1 wrap-anywhere">
                  <span className="me-2 font-medium tabular-nums">{time}</span>
                  {description}
                  {!hasScript && <code className="block font-mono text-xs select-all">{link}</code>}
                </p>
                {canInsert && (
                  <Button
                    variant="ghost"
                    size="sm"
                    type="button"
                    aria-label={`Cite ${time}, ${description}`}
                    onClick={() => onInsert(link)}
                  >
                    <Quote aria-hidden />
                    Cite
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      </CardContent>
    </Card>
  );
}
