import { ListFilter } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SEVERITIES } from "@/lib/domain/incident";
import {
  incidentFilterQuery,
  isFineNarrowed,
  isNarrowed,
  type IncidentFilters,
} from "@/lib/domain/incident-filters";
import { cn } from "@/lib/utils";
import { FilterChoice } from "./filter-choice";
import { FineFilters } from "./fine-filters";

type FilterFormProps = {
  filters: IncidentFilters;
  options: { statuses: string[]; services: string[]; commanders: string[] };
};

/** A GET form, so that every list has an address. Narrow screens fold it away. */
export function FilterForm({ filters, options }: FilterFormProps) {
  const { view, severity, status, service, commander, text } = filters;

  return (
    <details open={isNarrowed(filters)} className={cn("min-w-0", UNFOLDED)}>
      <summary className="flex h-11 w-fit list-none items-center gap-2 rounded-md border border-input bg-card px-3 font-medium [&::-webkit-details-marker]:hidden">
        <ListFilter aria-hidden className="size-4" />
        Filters
      </summary>
      <Form
        key={incidentFilterQuery(filters)}
        action="/incidents"
        className="flex flex-wrap items-start gap-2 max-sm:mt-2 max-sm:grid max-sm:grid-cols-2"
      >
        {view !== "open" && <input type="hidden" name="view" value={view} />}
        <Input
          type="search"
          name="text"
          defaultValue={text}
          placeholder="Search"
          aria-label="Search ID, title, service or commander"
          aria-keyshortcuts="/"
          className="max-sm:col-span-2 sm:w-40"
        />
        <FilterChoice name="severity" label="Severity" chosen={severity} values={SEVERITIES} />
        <FilterChoice
          name="status"
          label="Status"
          chosen={status}
          values={options.statuses}
          isWord
        />
        <FilterChoice name="service" label="Service" chosen={service} values={options.services} />
        <FilterChoice
          name="commander"
          label="Commander"
          chosen={commander}
          values={options.commanders}
        />
        <FineFilters filters={filters} open={isFineNarrowed(filters)} />
        <Button type="submit" variant="outline">
          Filter
        </Button>
        {isNarrowed(filters) && (
          <Button asChild variant="ghost">
            <Link href={`/incidents${incidentFilterQuery({ view, page: 1 })}`}>Clear filters</Link>
          </Button>
        )}
      </Form>
    </details>
  );
}

/** Wide screens show the content of a closed details, where they know how to. */
const UNFOLDED = cn(
  "sm:supports-[selector(::details-content)]:details-content:[content-visibility:visible]",
  "sm:supports-[selector(::details-content)]:*:[summary]:hidden",
);
