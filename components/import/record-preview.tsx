import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { StatusBadge } from "@/components/incidents/status-badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { ImportPreview } from "@/lib/record/summary";

const SECTION_NAMES: Record<string, string> = {
  impact: "Impact",
  signals: "Signals",
  context: "Context",
  resolution: "Resolution",
};

/** What a file holds, and what of it differs from what is stored. */
export function RecordPreview({ preview: { state, differences, summary } }: PreviewProps) {
  const { key, title, severity, status, counts, sections } = summary;
  const facts = [
    ["Events", counts.events],
    ["Communications", counts.communications],
    ["Action items", counts.actionItems],
    ["Participants", counts.participants],
  ] as const;

  return (
    <Card aria-label="What the file holds">
      <CardHeader>
        <CardTitle className="wrap-anywhere">
          <span className="font-mono font-medium text-muted-foreground">{key}</span> {title}
        </CardTitle>
        <p className="flex flex-wrap items-center gap-2">
          <SeverityBadge severity={severity} />
          <StatusBadge status={status} />
        </p>
      </CardHeader>
      <CardContent className="grid gap-4">
        <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {facts.map(([name, count]) => (
            <div key={name}>
              <dt className="text-[0.8125rem] text-muted-foreground">{name}</dt>
              <dd className="text-lg font-semibold tabular-nums">{count.toLocaleString("en")}</dd>
            </div>
          ))}
        </dl>
        {sections.length > 0 && (
          <p className="text-muted-foreground">
            Also: {sections.map((name) => SECTION_NAMES[name] ?? name).join(", ")}.
          </p>
        )}
        <Standing incidentKey={key} state={state} differences={differences} />
      </CardContent>
    </Card>
  );
}

type PreviewProps = { preview: ImportPreview };
type StandingProps = Pick<ImportPreview, "state" | "differences"> & { incidentKey: string };

function Standing({ incidentKey, state, differences }: StandingProps) {
  if (state === "new") return <p>This incident is not stored yet.</p>;

  const stored = (
    <Link href={`/incidents/${incidentKey}`} className="text-link underline underline-offset-4">
      {incidentKey}
    </Link>
  );
  if (state === "unchanged") {
    return <p>{stored} is stored with this content already. There is nothing to import.</p>;
  }
  return (
    <div className="grid gap-2">
      <p className="font-medium">{stored} is stored with other content. Stored → in this file:</p>
      <div
        role="region"
        aria-label="Differences"
        tabIndex={0}
        className="max-h-80 overflow-y-auto rounded-md border border-border bg-muted px-3 py-2"
      >
        <ul className="grid gap-1 font-mono text-[0.8125rem] leading-5">
          {differences.map((difference) => (
            <li key={difference} className="wrap-anywhere">
              {difference}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
