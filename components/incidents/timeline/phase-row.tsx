import { Flag } from "lucide-react";
import { Time } from "@/components/time";
import type { PhaseName } from "@/lib/domain/phases";
import { humanize } from "@/lib/format";
import { ROW_GRID } from "./row-grid";

/** Where a phase of the incident begins. */
export function PhaseRow({ name, at }: { name: PhaseName; at: number }) {
  return (
    <li className={ROW_GRID}>
      <span aria-hidden />
      <span className="relative flex justify-center before:absolute before:inset-y-0 before:w-px before:bg-border">
        <Flag aria-hidden className="relative my-1 size-4 bg-card py-px text-muted-foreground" />
      </span>
      <span className="flex items-center gap-2 text-xs font-medium text-muted-foreground">
        {humanize(name)} begins
        <span className="sr-only">
          at <Time at={at} show="time" />
        </span>
        <span aria-hidden className="h-px flex-1 bg-border" />
      </span>
    </li>
  );
}
