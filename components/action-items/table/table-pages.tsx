import Link from "next/link";
import { Button } from "@/components/ui/button";
import { boardPath, type BoardFilters } from "@/lib/domain/board-filters";

type TablePagesProps = { filters: BoardFilters; page: number; pages: number };

/** The way to the table's other pages. */
export function TablePages({ filters, page, pages }: TablePagesProps) {
  if (pages === 1) return null;
  return (
    <nav
      aria-label="Pages"
      className="mt-4 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 print:hidden"
    >
      <p className="text-[0.8125rem] text-muted-foreground tabular-nums">
        Page {page} of {pages}
      </p>
      {page > 1 && <PageLink filters={{ ...filters, page: page - 1 }}>Previous</PageLink>}
      {page < pages && <PageLink filters={{ ...filters, page: page + 1 }}>Next</PageLink>}
    </nav>
  );
}

function PageLink({ filters, children }: { filters: BoardFilters; children: string }) {
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={boardPath(filters)}>{children}</Link>
    </Button>
  );
}
