import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import type { Severity } from "@/lib/domain/incident";

type IncidentLineProps = { incident: { key: string; title: string; severity: Severity } };

/** Another incident as a link to its page. */
export function IncidentLine({ incident: { key, title, severity } }: IncidentLineProps) {
  return (
    <p className="grid grid-cols-[auto_1fr] items-start gap-x-2">
      <SeverityBadge severity={severity} />
      <Link
        href={`/incidents/${key}`}
        prefetch={false}
        className="touch-target font-medium wrap-anywhere text-link hover:underline"
      >
        {key} {title}
      </Link>
    </p>
  );
}
