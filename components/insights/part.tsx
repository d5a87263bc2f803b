import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Section } from "@/components/incidents/detail/section";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { insightQuery, type InsightFilters } from "@/lib/domain/insights/filters";
import type { InsightTable } from "@/lib/domain/insights/tables";
import { MEASURED, type MeasuredPart } from "./measures";

type PartProps = {
  id: MeasuredPart;
  title: string;
  filters: InsightFilters;
  /** Which of its tables there are as files, and what they are called. */
  files: Partial<Record<InsightTable, string>>;
  children: ReactNode;
};

/** A part of the insights: its numbers, how they are measured, and its tables as files. */
export function Part({ id, title, filters, files, children }: PartProps) {
  return (
    <Section id={id} title={title} aside={<Files filters={filters} files={files} />}>
      <div className="grid grid-cols-1 gap-4">
        {children}
        <Disclosure summary="How it is measured" className={PRINTED_OPEN}>
          <Measured part={id} />
        </Disclosure>
      </div>
    </Section>
  );
}

export function Measured({ part }: { part: MeasuredPart }) {
  return (
    <ul className="grid max-w-prose list-disc gap-1.5 ps-5 text-[0.8125rem] leading-5 text-muted-foreground">
      {MEASURED[part].map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}

/** Paper has nothing to press. */
export const PRINTED_OPEN = "print:details-content:[content-visibility:visible]";

function Files({ filters, files }: Pick<PartProps, "filters" | "files">) {
  return (
    <ul className="flex flex-wrap gap-1 print:hidden">
      {Object.entries(files).map(([table, name]) => (
        <li key={table}>
          <Button asChild variant="ghost" size="sm" className="text-muted-foreground">
            <a href={`/insights/export.csv${insightQuery(filters, { table })}`} download>
              <Download aria-hidden />
              {name} as CSV
            </a>
          </Button>
        </li>
      ))}
    </ul>
  );
}
