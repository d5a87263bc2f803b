import Link from "next/link";
import { insightQuery, type InsightFilters } from "@/lib/domain/insights/filters";
import type { InsightSet } from "@/lib/domain/insights/sets";

type OpenedProps = {
  /** What it is the number of, for those who hear links one by one. */
  of: string;
  set: InsightSet;
  filters: InsightFilters;
  more?: Record<string, string>;
  children: string | number;
};

/** A number that opens to what it is made of. */
export function Opened({ of, set, filters, more, children }: OpenedProps) {
  const text = typeof children === "number" ? children.toLocaleString("en") : children;
  return (
    <Link
      href={behindPath(set, filters, more)}
      prefetch={false}
      className="touch-target relative inline-flex min-h-6 min-w-6 items-center justify-end text-link hover:underline"
    >
      {text}
      <span className="sr-only">, {of}: open</span>
    </Link>
  );
}

export const behindPath = (
  set: InsightSet,
  filters: InsightFilters,
  more: Record<string, string> = {},
) => `/insights/${set}${insightQuery(filters, more)}`;
