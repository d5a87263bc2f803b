import type { SharedIncident } from "@/lib/domain/shared-incident";
import { formatMinutes, humanize } from "@/lib/format";
import { SharedSection } from "./shared-section";

/** The incident's phases, drawn to scale; the words beside them say the same. */
export function SharedPhases({ phases }: { phases: SharedIncident["phases"] }) {
  const total = phases.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total === 0) return null;
  const starts = phases.map((_, index) =>
    phases.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0),
  );
  return (
    <SharedSection title="Phases">
      <ol className="grid gap-2.5">
        {phases.map(({ name, minutes }, index) => (
          <li key={name} className="grid grid-cols-[7rem_1fr_5rem] items-center gap-3">
            <span>{humanize(name)}</span>
            <svg aria-hidden="true" className="h-2.5 w-full rounded-full bg-muted">
              <rect
                x={`${(100 * (starts[index] ?? 0)) / total}%`}
                width={`${Math.max((100 * minutes) / total, 0.75)}%`}
                height="100%"
                rx={4}
                className="fill-link"
              />
            </svg>
            <span className="text-end tabular-nums">{formatMinutes(minutes)}</span>
          </li>
        ))}
      </ol>
    </SharedSection>
  );
}
