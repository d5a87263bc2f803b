import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { ComponentHistory } from "@/db/queries/component-history";
import { HISTORY_DAYS, percentText, secondsText } from "@/lib/domain/component-history";
import { formatDate } from "@/lib/format";

/** What readers are told of a component's last 90 days, and how that is counted. */
export function FiguresCard({ history }: { history: ComponentHistory }) {
  const { percent, outage } = history.figures;
  const facts = [
    ["Uptime", percentText(percent)],
    ["Major outage", secondsText(outage.major)],
    ["Partial outage", secondsText(outage.partial)],
    ["Degraded performance", secondsText(outage.degraded)],
    ["Known since", formatDate(history.startDate)],
    ["Stands for", history.service ?? "No service"],
  ];
  return (
    <Card aria-labelledby="figures">
      <CardHeader>
        <CardTitle id="figures">The last {HISTORY_DAYS} days</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
          {facts.map(([term, text]) => (
            <div key={term} className="min-w-0">
              <dt className="text-[0.8125rem] text-muted-foreground">{term}</dt>
              <dd className="font-medium wrap-anywhere tabular-nums">{text}</dd>
            </div>
          ))}
        </dl>
        <CardDescription>
          A partial outage counts 30 %, a major one whole, degraded performance and maintenance not
          at all. The percentage is never rounded up.
        </CardDescription>
      </CardContent>
    </Card>
  );
}
