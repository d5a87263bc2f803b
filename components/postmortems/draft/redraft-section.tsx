import { ComparedText } from "@/components/postmortems/compared-text";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { readable } from "@/lib/domain/readable";
import type { RedraftSection } from "@/lib/domain/redraft";
import type { Change } from "@/lib/text-changes";
import { OfferList } from "./offer-list";

type RedraftSectionProps = {
  section: RedraftSection;
  /** Which words differ, where that was compared. */
  changes: Change[] | undefined;
};

const CHOICES = {
  changed: {
    badge: "The record changed",
    look: "info",
    choice: "Bring it up to the record",
    note: "Nobody wrote here since it was drafted.",
    isChosen: true,
  },
  missing: {
    badge: "Missing",
    look: "warning",
    choice: "Add it",
    note: "The template asks for it.",
    isChosen: true,
  },
  removed: {
    badge: "Taken out",
    look: "secondary",
    choice: "Bring it back",
    note: "It was drafted, and somebody took it out.",
    isChosen: false,
  },
} as const;

/** A section that the record would fill differently, with what can be done about it. */
export function RedraftSectionCard({ section, changes }: RedraftSectionProps) {
  const { name, title, kind, theirs, offers } = section;
  const heading = `redraft-${name.replace(/\W+/g, "-")}`;
  if (kind === "same" || kind === "own") return null;
  const offered = kind === "written" ? undefined : CHOICES[kind];

  return (
    <Card aria-labelledby={heading}>
      <CardHeader>
        <CardTitle id={heading} className="text-base">
          {title}
        </CardTitle>
        <Badge variant={offered?.look ?? "success"}>{offered?.badge ?? "Written by people"}</Badge>
      </CardHeader>
      <CardContent className="grid gap-3">
        {offered ? (
          <>
            <label className="flex min-h-9 items-center gap-2 text-sm font-medium pointer-coarse:min-h-11">
              <Checkbox name="sections" value={name} defaultChecked={offered.isChosen} />
              <span>
                {offered.choice}
                <span className="sr-only">: {title}</span>
              </span>
            </label>
            <p className="text-[0.8125rem] text-muted-foreground">{offered.note}</p>
            <div className="rounded-md border border-border p-3">
              <ComparedText changes={changes ?? [{ kind: "inserted", text: readable(theirs) }]} />
            </div>
          </>
        ) : (
          <OfferList section={name} offers={offers} />
        )}
      </CardContent>
    </Card>
  );
}
