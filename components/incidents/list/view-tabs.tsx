import Link from "next/link";
import { incidentFilterQuery, INCIDENT_VIEWS } from "@/lib/domain/incident-filters";
import type { IncidentFilters } from "@/lib/domain/incident-filters";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";

/** Open, resolved or all incidents; the other filters stay. */
export function ViewTabs({ filters }: { filters: IncidentFilters }) {
  return (
    <nav aria-label="Which incidents">
      <ul className="flex gap-1 rounded-lg bg-muted p-1">
        {INCIDENT_VIEWS.map((view) => (
          <li key={view}>
            <Link
              href={`/incidents${incidentFilterQuery({ ...filters, view, page: 1 })}`}
              aria-current={view === filters.view ? "page" : undefined}
              className={cn(
                "touch-target flex h-7 items-center rounded-md px-3 text-[0.8125rem] font-medium pointer-coarse:h-9",
                "border border-transparent text-muted-foreground hover:text-foreground",
                "aria-[current=page]:border-border aria-[current=page]:bg-card",
                "aria-[current=page]:text-foreground dark:aria-[current=page]:bg-secondary aria-[current=page]:shadow-xs",
              )}
            >
              {humanize(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
