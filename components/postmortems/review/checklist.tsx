import { CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { ReviewCheck, ReviewCheckName } from "@/lib/domain/review-checklist";

/** Where each point is mended: a page of the incident, or a place on the review's own. */
const PLACES: Record<ReviewCheckName, { path: string; label: string }> = {
  sections: { path: "/postmortem", label: "Write" },
  todo: { path: "/postmortem", label: "Write" },
  root_cause: { path: "/postmortem/causes", label: "Causes" },
  impact: { path: "#impact", label: "Impact" },
  actions: { path: "#actions", label: "Actions" },
  factors: { path: "/postmortem/causes", label: "Causes" },
  blame: { path: "/postmortem/review#blame", label: "Words" },
  comments: { path: "/postmortem/review#comments", label: "Comments" },
};

type ChecklistProps = { incidentKey: string; checks: ReviewCheck[] };

/** What to look at before a text is approved. It asks, and stops nobody. */
export function Checklist({ incidentKey, checks }: ChecklistProps) {
  const open = checks.filter(({ problem }) => problem !== undefined).length;
  return (
    <Card aria-labelledby="checklist" className="text-[0.8125rem] leading-5">
      <CardHeader>
        <CardTitle id="checklist">Checklist</CardTitle>
        <Badge variant={open > 0 ? "warning" : "success"}>
          {open > 0 ? `${open} open` : "All done"}
        </Badge>
      </CardHeader>
      <CardContent>
        <ul className="grid gap-2">
          {checks.map((check) => (
            <li key={check.name} className="flex gap-2">
              <Mark isOpen={check.problem !== undefined} />
              <div className="min-w-0">
                <p className="font-medium">
                  {check.title}
                  <span className="sr-only">{check.problem ? ": not yet" : ": done"}</span>
                </p>
                {check.problem && (
                  <p className="wrap-anywhere">
                    {check.problem} <Mend incidentKey={incidentKey} check={check} />
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}

function Mark({ isOpen }: { isOpen: boolean }) {
  return isOpen ? (
    <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
  ) : (
    <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
  );
}

function Mend({ incidentKey, check }: { incidentKey: string; check: ReviewCheck }) {
  const { path, label } = PLACES[check.name];
  return (
    <Link
      href={`/incidents/${encodeURIComponent(incidentKey)}${path}`}
      className="touch-target rounded-sm py-0.5 whitespace-nowrap text-link underline underline-offset-2"
    >
      {label}
      <span className="sr-only">: {check.title}</span>
    </Link>
  );
}
