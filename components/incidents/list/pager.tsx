import { Download } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { incidentFilterQuery, type IncidentFilters } from "@/lib/domain/incident-filters";

type PagerProps = { filters: IncidentFilters; total: number; isCapped: boolean; perPage: number };

/** Which incidents of how many, the way to the others, and all of them as a file. */
export function Pager({ filters, total, isCapped, perPage }: PagerProps) {
  const { page } = filters;
  const first = (page - 1) * perPage + 1;
  const last = Math.min(page * perPage, total);
  const [isFirst, isLast] = [page === 1, last >= total];

  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 print:hidden">
      <Button asChild variant="ghost" size="sm" className="-ms-2.5 text-muted-foreground">
        <a href={`/incidents/export.csv${incidentFilterQuery({ ...filters, page: 1 })}`} download>
          <Download aria-hidden />
          Export as CSV
        </a>
      </Button>
      {total > perPage && (
        <nav aria-label="Pages" className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-[0.8125rem] text-muted-foreground tabular-nums">
            {first.toLocaleString("en")}–{last.toLocaleString("en")} of {total.toLocaleString("en")}
            {isCapped && "+"}
            {isCapped && isLast && ". Narrow the list down to see older ones."}
          </p>
          {!isFirst && <PageLink filters={{ ...filters, page: page - 1 }}>Previous</PageLink>}
          {!isLast && <PageLink filters={{ ...filters, page: page + 1 }}>Next</PageLink>}
        </nav>
      )}
    </div>
  );
}

function PageLink({ filters, children }: { filters: IncidentFilters; children: string }) {
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={`/incidents${incidentFilterQuery(filters)}`}>{children}</Link>
    </Button>
  );
}
