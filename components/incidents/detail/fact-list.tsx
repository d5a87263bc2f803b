import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Labels and values in two columns; a fact without a value is left out. */
export function FactList({ facts }: { facts: Fact[] }) {
  const known = facts.filter(({ value }) => value !== undefined && value !== false);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-[0.8125rem] leading-5">
      {known.map(({ label, value }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="text-end wrap-anywhere tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const CHIPS_AT_MOST = 40;

/** The values that are there, as a list of chips. */
export function ChipList({ label, items }: { label: string; items: string[] }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1 in-[dd]:justify-end">
      {items.slice(0, CHIPS_AT_MOST).map((item, index) => (
        <li
          key={index}
          className="rounded-sm bg-muted px-1.5 font-mono text-xs leading-5 wrap-anywhere"
        >
          {item}
        </li>
      ))}
      {items.length > CHIPS_AT_MOST && (
        <li className="text-[0.8125rem]">and {items.length - CHIPS_AT_MOST} more</li>
      )}
    </ul>
  );
}
