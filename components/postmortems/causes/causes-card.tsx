import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { Causes } from "@/db/queries/causes";
import { GapCount } from "./gap-count";

type CausesCardProps = { incidentKey: string; causes: Pick<Causes, "factors"> };

/** The contributing factors at a glance, and what nothing answers yet, beside the text. */
export function CausesCard({ incidentKey, causes: { factors } }: CausesCardProps) {
  const gaps = factors.filter(({ actions }) => actions.length === 0).length;
  return (
    <Card aria-labelledby="causes-card-title" className="text-[0.8125rem] leading-5">
      <CardHeader>
        <CardTitle id="causes-card-title">Causes</CardTitle>
        {factors.length > 0 && <GapCount gaps={gaps} />}
      </CardHeader>
      <CardContent className="grid gap-2.5">
        {factors.length === 0 && (
          <p className="text-muted-foreground">No contributing factors yet.</p>
        )}
        <ul className="grid gap-2">
          {factors.map(({ place, text, category, actions, expectedType }) => (
            <li key={place} className="grid justify-items-start gap-0.5">
              <p className="line-clamp-3 wrap-anywhere">{text}</p>
              <Badge>{category}</Badge>
              {actions.length === 0 && (
                <p className="flex items-start gap-1 font-medium text-danger">
                  <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                  No action answers this ({expectedType})
                </p>
              )}
            </li>
          ))}
        </ul>
        <Link
          href={`/incidents/${encodeURIComponent(incidentKey)}/postmortem/causes`}
          className="touch-target relative w-fit text-link hover:underline"
        >
          Causes and actions
        </Link>
      </CardContent>
    </Card>
  );
}
