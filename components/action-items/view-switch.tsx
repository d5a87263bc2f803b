import Link from "next/link";
import { BOARD_VIEWS, boardPath, type BoardFilters } from "@/lib/domain/board-filters";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";

/** Columns or a list. Until someone chooses, wide screens show the one and narrow ones the other. */
export function ViewSwitch({ filters }: { filters: BoardFilters }) {
  return (
    <nav aria-label="View">
      <ul className="flex w-fit gap-1 rounded-lg bg-muted p-1">
        {BOARD_VIEWS.map((view) => (
          <li key={view}>
            <Link
              href={boardPath({ ...filters, view })}
              aria-current={view === filters.view ? "page" : undefined}
              className={cn(
                "touch-target flex h-7 items-center rounded-md border border-transparent px-3 pointer-coarse:h-9",
                "text-[0.8125rem] font-medium text-muted-foreground hover:text-foreground",
                "aria-[current=page]:border-border aria-[current=page]:bg-card",
                "aria-[current=page]:text-foreground aria-[current=page]:shadow-xs",
                !filters.view && view === "board" && "sm:border-border sm:bg-card sm:shadow-xs",
                !filters.view && view === "list" && "max-sm:border-border max-sm:bg-card",
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
