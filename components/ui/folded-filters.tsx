import { ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

type FoldedFiltersProps = { isOpen: boolean; children: ReactNode };

/** The filters of a list, which narrow screens fold away. */
export function FoldedFilters({ isOpen, children }: FoldedFiltersProps) {
  return (
    <details open={isOpen} className={cn("min-w-0 print:hidden", UNFOLDED)}>
      <summary className="flex h-11 w-fit list-none items-center gap-2 rounded-md border border-input bg-card px-3 font-medium [&::-webkit-details-marker]:hidden">
        <ListFilter aria-hidden className="size-4" />
        Filters
      </summary>
      {children}
    </details>
  );
}

/** Wide screens show the content of a closed details, where they know how to. */
const UNFOLDED = cn(
  "sm:supports-[selector(::details-content)]:details-content:[content-visibility:visible]",
  "sm:supports-[selector(::details-content)]:*:[summary]:hidden",
);
