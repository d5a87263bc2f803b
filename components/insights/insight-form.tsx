import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SEVERITIES } from "@/lib/domain/incident";
import {
  insightQuery,
  RANGE_NAMES,
  RANGES,
  type InsightFilters,
  type Range,
} from "@/lib/domain/insights/filters";

const HERE = "/insights";
const ORDER = ["30", "90", "365", "all"] as const satisfies readonly (keyof typeof RANGES)[];

type InsightFormProps = { filters: InsightFilters; services: string[] };

/** Which incidents count. A GET form, so that every choice has an address. */
export function InsightForm({ filters, services }: InsightFormProps) {
  const { range, from, to, severity, service, drills } = filters;
  return (
    <div className="mb-5 grid gap-3 print:hidden">
      <Ranges filters={filters} />
      <Form
        key={insightQuery(filters)}
        action={HERE}
        className="grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:flex sm:flex-wrap"
      >
        {range && <input type="hidden" name="range" value={range} />}
        <Labelled label="From">
          <Input type="date" name="from" defaultValue={from} className="sm:w-40" />
        </Labelled>
        <Labelled label="To">
          <Input type="date" name="to" defaultValue={to} className="sm:w-40" />
        </Labelled>
        <Labelled label="Severity">
          <NativeSelect name="severity" defaultValue={severity ?? ""} className="sm:w-32">
            <option value="">Any</option>
            {SEVERITIES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </NativeSelect>
        </Labelled>
        <Labelled label="Service">
          <NativeSelect name="service" defaultValue={service ?? ""} className="sm:w-44">
            <option value="">Any</option>
            {[...new Set([...services, ...(service ? [service] : [])])].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </NativeSelect>
        </Labelled>
        <Labelled label="Drills">
          <NativeSelect name="drills" defaultValue={drills ?? ""} className="sm:w-36">
            <option value="">Left out</option>
            <option value="with">Counted too</option>
          </NativeSelect>
        </Labelled>
        <Button type="submit" variant="outline">
          Show
        </Button>
      </Form>
    </div>
  );
}

/** The usual ranges at a press; what else was chosen stays. */
function Ranges({ filters }: { filters: InsightFilters }) {
  const to = (range: Range) =>
    `${HERE}${insightQuery({ ...filters, range, from: undefined, to: undefined })}`;
  return (
    <nav aria-label="Range">
      <ul className="flex flex-wrap gap-1">
        {ORDER.map((range) => (
          <li key={range}>
            <Link
              href={to(range)}
              aria-current={range === filters.range ? "page" : undefined}
              className="touch-target relative inline-flex h-9 items-center rounded-md border border-transparent px-3 font-medium text-muted-foreground hover:bg-accent hover:text-foreground aria-[current=page]:border-border aria-[current=page]:bg-card aria-[current=page]:text-foreground"
            >
              {RANGE_NAMES[range]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="grid gap-1 text-[0.8125rem] text-muted-foreground">
      {label}
      {children}
    </label>
  );
}
