import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { TableHead, TableHeader, TableRow } from "@/components/ui/table";
import {
  BOARD_SORTS,
  boardPath,
  type BoardFilters,
  type BoardSort,
} from "@/lib/domain/board-filters";
import { TickAll } from "./bulk-edit";

const NAMES: Record<BoardSort, string> = {
  id: "Item",
  title: "Title",
  status: "Status",
  owner: "Owner",
  team: "Team",
  priority: "Priority",
  type: "Type",
  deadline: "Deadline",
  incident: "Incident",
  age: "Since",
};

/** A box before those that can be ordered by, and a link to edit after them. */
export const COLUMN_COUNT = BOARD_SORTS.length + 2;

/** The columns' names, each of which orders the table by it, and once more the other way round. */
export function ItemTableHead({ filters }: { filters: BoardFilters }) {
  return (
    <TableHeader>
      <TableRow>
        <TableHead className="w-px pe-0">
          <span className="sr-only">Select</span>
          <TickAll />
        </TableHead>
        {BOARD_SORTS.map((sort) => (
          <SortHead key={sort} sort={sort} filters={filters} />
        ))}
        <TableHead>
          <span className="sr-only">Edit</span>
        </TableHead>
      </TableRow>
    </TableHeader>
  );
}

function SortHead({ sort, filters }: { sort: BoardSort; filters: BoardFilters }) {
  const isSorted = filters.sort === sort;
  const isDescending = isSorted && filters.isDescending === true;
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  return (
    <TableHead aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : undefined}>
      <Link
        href={boardPath({
          ...filters,
          sort,
          isDescending: isSorted && !isDescending,
          page: undefined,
        })}
        prefetch={false}
        className="touch-target -mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-foreground hover:underline"
      >
        {NAMES[sort]}
        {isSorted && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </TableHead>
  );
}
