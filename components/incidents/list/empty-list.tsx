import Link from "next/link";
import { Time } from "@/components/time";
import { incidentFilterQuery, isNarrowed } from "@/lib/domain/incident-filters";
import type { IncidentFilters } from "@/lib/domain/incident-filters";
import { DeclareButton } from "./declare-button";

type EmptyListProps = {
  filters: IncidentFilters;
  lastResolvedAt: number | undefined;
  canDeclare: boolean;
};

/** What stands where the list would: why it is empty, and what to do. */
export function EmptyList({ filters, lastResolvedAt, canDeclare }: EmptyListProps) {
  return (
    <div className="grid justify-items-center gap-4 rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center">
      <p className="text-muted-foreground">
        <Reason filters={filters} lastResolvedAt={lastResolvedAt} />
      </p>
      {canDeclare && !isNarrowed(filters) && <DeclareButton variant="outline" />}
    </div>
  );
}

function Reason({ filters, lastResolvedAt }: Omit<EmptyListProps, "canDeclare">) {
  const { view } = filters;
  if (isNarrowed(filters)) {
    return (
      <>
        No incidents match.{" "}
        <Link
          href={`/incidents${incidentFilterQuery({ view, page: 1 })}`}
          className="text-link underline underline-offset-4"
        >
          Clear filters
        </Link>
        .
      </>
    );
  }
  if (view === "resolved") return "No resolved incidents yet.";
  if (view === "all") return "No incidents yet.";
  if (lastResolvedAt === undefined) return "No open incidents.";
  return (
    <>
      No open incidents. Last one resolved <Time at={lastResolvedAt} show="age" />.
    </>
  );
}
