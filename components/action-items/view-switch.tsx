import Link from "next/link";
import { BOARD_VIEWS, boardPath, type BoardFilters } from "@/lib/domain/board-filters";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";
import { PillNav } from "./pill-nav";

/** Columns, a list or a table. Until someone chooses, wide screens show the first and narrow ones the second. */
export function ViewSwitch({ filters }: { filters: BoardFilters }) {
  return (
    <PillNav label="View">
      {BOARD_VIEWS.map((view) => (
        <Link
          key={view}
          href={boardPath({ ...filters, view, page: undefined })}
          aria-current={view === filters.view ? "page" : undefined}
          className={cn(
            !filters.view && view === "board" && "sm:border-border! sm:bg-card sm:shadow-xs",
            !filters.view && view === "list" && "max-sm:border-border! max-sm:bg-card",
          )}
        >
          {humanize(view)}
        </Link>
      ))}
    </PillNav>
  );
}
