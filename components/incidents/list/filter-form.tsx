import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { FoldedFilters } from "@/components/ui/folded-filters";
import { Input } from "@/components/ui/input";
import { SEVERITIES } from "@/lib/domain/incident";
import {
  incidentFilterQuery,
  isFineNarrowed,
  isNarrowed,
  type IncidentFilters,
} from "@/lib/domain/incident-filters";
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
    <FoldedFilters isOpen={isNarrowed(filters)}>
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
    </FoldedFilters>
  );
}
