import Link from "next/link";
import { boardPath, isBoardNarrowed, type BoardFilters } from "@/lib/domain/board-filters";

/** What stands where the board would: why it is empty, and what to do. */
export function EmptyBoard({ filters }: { filters: BoardFilters }) {
  return (
    <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
      {isBoardNarrowed(filters) ? (
        <>
          No action items match.{" "}
          <Link
            href={boardPath({ view: filters.view })}
            className="text-link underline underline-offset-4"
          >
            Clear filters
          </Link>
          .
        </>
      ) : (
        "Actions come from postmortems. Add one here, or from an incident."
      )}
    </p>
  );
}
