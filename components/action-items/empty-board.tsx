import Link from "next/link";
import { NO_TEAM } from "@/lib/domain/board-fit";
import {
  boardPath,
  isBoardNarrowed,
  withoutFilters,
  type BoardFilters,
} from "@/lib/domain/board-filters";

/** What stands where the board would: why it is empty, and what to do. */
export function EmptyBoard({ filters }: { filters: BoardFilters }) {
  return (
    <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
      <Reason filters={filters} />
    </p>
  );
}

function Reason({ filters }: { filters: BoardFilters }) {
  if (isBoardNarrowed(filters)) {
    return (
      <>
        No action items match.{" "}
        <Link
          href={boardPath(withoutFilters(filters))}
          className="text-link underline underline-offset-4"
        >
          Clear filters
        </Link>
        .
      </>
    );
  }
  if (filters.board === "mine") return "You own no action items.";
  if (filters.board === NO_TEAM) return "Every action item belongs to a team.";
  if (filters.board !== undefined) {
    return "No action items belong to this team: neither to its members nor to its services.";
  }
  return "Actions come from postmortems. Add one here, or from an incident.";
}
