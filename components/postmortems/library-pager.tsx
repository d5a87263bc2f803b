import Link from "next/link";
import { Button } from "@/components/ui/button";
import { libraryQuery, type LibraryFilters } from "@/lib/domain/library";

type LibraryPagerProps = { filters: LibraryFilters; total: number; perPage: number };

/** The way to the other pages; nothing where one page holds all. */
export function LibraryPager({ filters, total, perPage }: LibraryPagerProps) {
  if (total <= perPage) return null;
  const { page } = filters;
  const to = (next: number) => `/postmortems${libraryQuery({ ...filters, page: next })}`;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-end gap-2">
      {page > 1 && (
        <Button asChild variant="outline" size="sm">
          <Link href={to(page - 1)}>Previous</Link>
        </Button>
      )}
      {page * perPage < total && (
        <Button asChild variant="outline" size="sm">
          <Link href={to(page + 1)}>Next</Link>
        </Button>
      )}
    </nav>
  );
}
