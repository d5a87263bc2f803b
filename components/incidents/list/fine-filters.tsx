import { ChevronDown } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { DRILL_CHOICES, type IncidentFilters } from "@/lib/domain/incident-filters";
import { FilterChoice } from "./filter-choice";

const DRILL_WORDS = { hide: "No drills", only: "Drills only" };

/** The filters that are asked for less often. */
export function FineFilters({ filters, open }: { filters: IncidentFilters; open: boolean }) {
  const { role, drill, from, to } = filters;
  return (
    <details
      open={open}
      className="group/fine open:order-last open:w-full max-sm:col-span-2 max-sm:open:order-none"
    >
      <summary className="flex h-9 w-fit list-none items-center gap-1.5 rounded-md px-2.5 font-medium text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
        More filters
        <ChevronDown
          aria-hidden
          className="size-4 group-open/fine:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2">
        <Day name="from" label="Declared from" day={from} />
        <Day name="to" label="to" spoken="Declared to" day={to} />
        <FilterChoice
          name="drill"
          label="Drill"
          chosen={drill}
          values={DRILL_CHOICES}
          words={DRILL_WORDS}
        />
        <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
          <Checkbox name="role" value="me" defaultChecked={role === "me"} />
          Only those I have a part in
        </label>
      </div>
    </details>
  );
}

type DayProps = { name: string; label: string; spoken?: string; day: string | undefined };

function Day({ name, label, spoken, day }: DayProps) {
  return (
    <label className="flex items-center gap-2">
      <span className="text-muted-foreground">{label}</span>
      <Input
        type="date"
        name={name}
        defaultValue={day}
        aria-label={`${spoken ?? label}, a day in UTC`}
        className="w-40"
      />
    </label>
  );
}
