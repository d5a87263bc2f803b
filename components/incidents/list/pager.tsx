import Link from "next/link";
import { Button } from "@/components/ui/button";
import { incidentFilterQuery, type IncidentFilters } from "@/lib/domain/incident-filters";

type PagerProps = { filters: IncidentFilters; total: number; perPage: number };

/** Which incidents of how many, and the way to the others; nothing where one page holds them all. */
export function Pager({ filters, total, perPage }: PagerProps) {
  if (total <= perPage) return null;
  const { page } = filters;
  const first = (page - 1) * perPage + 1;
  const last = Math.min(page * perPage, total);

  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-4">
      <p className="text-[0.8125rem] text-muted-foreground tabular-nums">
        {first}–{last} of {total}
      </p>
      <div className="flex gap-2">
        {page > 1 && <PageLink filters={{ ...filters, page: page - 1 }}>Previous</PageLink>}
        {last < total && <PageLink filters={{ ...filters, page: page + 1 }}>Next</PageLink>}
      </div>
    </nav>
  );
}

function PageLink({ filters, children }: { filters: IncidentFilters; children: string }) {
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={`/incidents${incidentFilterQuery(filters)}`}>{children}</Link>
    </Button>
  );
}
