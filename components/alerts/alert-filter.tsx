import Form from "next/form";
import Link from "next/link";
import { FilterChoice } from "@/components/incidents/list/filter-choice";
import { Button } from "@/components/ui/button";
import { FoldedFilters } from "@/components/ui/folded-filters";
import { Input } from "@/components/ui/input";
import { alertsPath, isNarrowed, type AlertFilters } from "@/lib/domain/alerts/alert-filters";
import { SOURCE_KINDS, SOURCE_NAMES } from "@/lib/domain/alerts/source";
import { SEVERITIES } from "@/lib/domain/incident";

type AlertFilterProps = { filters: AlertFilters; services: string[] };

/** A GET form, so that every list has an address. */
export function AlertFilter({ filters, services }: AlertFilterProps) {
  const { tab, source, severity, service, text } = filters;
  return (
    <FoldedFilters isOpen={isNarrowed(filters)}>
      <Form
        key={alertsPath(filters)}
        action="/alerts"
        className="flex flex-wrap items-start gap-2 max-sm:mt-2 max-sm:grid max-sm:grid-cols-2"
      >
        {tab !== "waiting" && <input type="hidden" name="tab" value={tab} />}
        <Input
          type="search"
          name="text"
          defaultValue={text}
          maxLength={200}
          placeholder="Search"
          aria-label="Search title or description"
          aria-keyshortcuts="/"
          className="max-sm:col-span-2 sm:w-40"
        />
        <FilterChoice name="severity" label="Severity" chosen={severity} values={SEVERITIES} />
        <FilterChoice name="service" label="Service" chosen={service} values={services} />
        <FilterChoice
          name="source"
          label="Source"
          chosen={source}
          values={SOURCE_KINDS}
          words={SOURCE_NAMES}
        />
        <Button type="submit" variant="outline">
          Filter
        </Button>
        {isNarrowed(filters) && (
          <Button asChild variant="ghost">
            <Link href={alertsPath({ tab })}>Clear filters</Link>
          </Button>
        )}
      </Form>
    </FoldedFilters>
  );
}
