import Link from "next/link";
import { Time } from "@/components/time";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { RulePreview } from "@/db/queries/rule-preview";
import { AlertSeverity } from "./alert-marks";

const SHOWN = 20;

/** Which of the last alerts a rule's conditions are for. */
export function RuleMatches({ looked, matched }: RulePreview) {
  const others = matched.length - SHOWN;
  return (
    <Card aria-labelledby="matches">
      <CardHeader>
        <CardTitle id="matches">What it is for</CardTitle>
        <CardDescription>
          {looked === 0
            ? "No alert has come yet."
            : `Of the last ${looked} alerts its conditions fit ${matched.length}. A rule that stands before it decides first.`}
        </CardDescription>
      </CardHeader>
      {matched.length > 0 && (
        <CardContent>
          <ul className="grid gap-2 text-sm">
            {matched.slice(0, SHOWN).map((alert) => (
              <li key={alert.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <AlertSeverity severity={alert.severity} severityText={null} />
                <Link
                  href={`/alerts/${alert.id}`}
                  prefetch={false}
                  className="touch-target text-link wrap-anywhere hover:underline"
                >
                  {alert.title}
                </Link>
                <Time at={alert.firstSeenAt} className="text-muted-foreground" />
              </li>
            ))}
          </ul>
          {others > 0 && <p className="mt-2 text-sm">and {others} more</p>}
        </CardContent>
      )}
    </Card>
  );
}
