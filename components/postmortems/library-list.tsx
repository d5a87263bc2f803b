import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { StatusBadge } from "@/components/incidents/status-badge";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { ListedPostmortem } from "@/db/queries/library";
import { STATE_WORDS } from "@/lib/domain/publication/words";

/** Incidents and how far their postmortems are. The title leads to the postmortem. */
export function LibraryList({ postmortems }: { postmortems: ListedPostmortem[] }) {
  return (
    <ul className="divide-y divide-border rounded-lg border border-border bg-card">
      {postmortems.map((postmortem) => (
        <li
          key={postmortem.key}
          className="grid gap-x-4 gap-y-1.5 px-4 py-3 max-md:relative md:grid-cols-[4.5rem_minmax(0,1fr)_17rem] md:items-center lg:grid-cols-[4.5rem_minmax(0,1fr)_23rem]"
        >
          <div className="flex items-center gap-3">
            <SeverityBadge severity={postmortem.severity} />
            <span className="md:hidden">
              <StatusBadge status={postmortem.status} />
            </span>
          </div>
          <div className="min-w-0">
            <Link
              href={`/incidents/${encodeURIComponent(postmortem.key)}/postmortem`}
              data-row
              className="rounded-sm py-0.5 font-medium wrap-anywhere underline-offset-4 hover:underline max-md:after:absolute max-md:after:inset-0"
            >
              {postmortem.title}
            </Link>
            <p className="flex flex-wrap items-center gap-x-3 text-xs leading-5 text-muted-foreground">
              <span className="font-mono">{postmortem.key}</span>
              <span className="max-md:hidden">
                <StatusBadge status={postmortem.status} />
              </span>
              <Ended postmortem={postmortem} />
            </p>
          </div>
          <Progress postmortem={postmortem} />
        </li>
      ))}
    </ul>
  );
}

function Ended({ postmortem: { resolvedAt, declaredAt } }: { postmortem: ListedPostmortem }) {
  return (
    <span>
      {resolvedAt === null ? "Declared " : "Resolved "}
      <Time at={resolvedAt ?? declaredAt} />
    </span>
  );
}

const LOOKS = {
  draft: "secondary",
  in_review: "info",
  approved: "success",
  published: "success",
  not_required: "outline",
} as const;

function Progress({ postmortem }: { postmortem: ListedPostmortem }) {
  const { version, updatedBy, updatedAt, isRequired, isOverdue, edition } = postmortem;
  const state = postmortem.state ?? (version === null ? undefined : "draft");
  return (
    <p className="text-[0.8125rem] leading-6">
      {state && <Badge variant={LOOKS[state]}>{STATE_WORDS[state]}</Badge>}{" "}
      {isRequired && <Badge variant="warning">Required</Badge>}{" "}
      {isOverdue && <Badge variant="danger">Overdue</Badge>}{" "}
      {version === null || updatedAt === null ? (
        <span className="text-muted-foreground">
          {isRequired ? "Not written yet" : "Not written"}
        </span>
      ) : (
        <span className="block text-muted-foreground">
          {edition === null ? "Version" : `Edition ${edition}, version`} {version} by {updatedBy},{" "}
          <Time at={updatedAt} />
        </span>
      )}
    </p>
  );
}
