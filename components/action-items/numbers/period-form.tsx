import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Period } from "@/lib/domain/action-numbers";
import { addDays } from "@/lib/domain/working-days";

const NUMBERS = "/actions/numbers";

/** Which days count: the last ones at a press, or any two. A GET form, so that the page has an address. */
export function PeriodForm({ period, today }: { period: Period; today: string }) {
  const { from = "", to = "" } = period;
  const choices = [
    { name: "Whole time", first: "" },
    ...[30, 90, 365].map((days) => ({
      name: `Last ${days} days`,
      first: addDays(today, 1 - days),
    })),
  ];
  return (
    <div className="mb-5 flex flex-wrap items-end gap-x-6 gap-y-3 print:hidden">
      <nav aria-label="Period">
        <ul className="flex flex-wrap gap-1">
          {choices.map(({ name, first }) => (
            <li key={name}>
              <Link
                href={first ? `${NUMBERS}?from=${first}` : NUMBERS}
                aria-current={first === from && to === "" ? "page" : undefined}
                className="touch-target relative inline-flex h-9 items-center rounded-md border border-transparent px-3 font-medium text-muted-foreground hover:bg-accent hover:text-foreground aria-[current=page]:border-border aria-[current=page]:bg-card aria-[current=page]:text-foreground"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Form
        key={`${from} ${to}`}
        action={NUMBERS}
        className="flex flex-wrap items-center gap-x-3 gap-y-2"
      >
        <Day name="from" label="From" day={from} />
        <Day name="to" label="to" day={to} />
        <Button type="submit" variant="outline">
          Show
        </Button>
      </Form>
    </div>
  );
}

function Day({ name, label, day }: { name: string; label: string; day: string }) {
  return (
    <label className="flex items-center gap-2">
      <span className="text-muted-foreground">{label}</span>
      <Input type="date" name={name} defaultValue={day} className="w-40" />
    </label>
  );
}
