import { PagesNav } from "@/components/shell/pages-nav";
import { libraryQuery, type LibraryFilters } from "@/lib/domain/library";

type LibraryPagerProps = { filters: LibraryFilters; total: number; perPage: number };

/** The way to the library's other pages. */
export function LibraryPager({ filters, total, perPage }: LibraryPagerProps) {
  return (
    <PagesNav
      page={filters.page}
      perPage={perPage}
      total={total}
      to={(page) => `/postmortems${libraryQuery({ ...filters, page })}`}
    />
  );
}
