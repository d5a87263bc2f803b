import type { ComponentStatus } from "@/lib/domain/component";
import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { verdictOf } from "@/lib/domain/public-status";
import { rollUp } from "@/lib/domain/roll-up";
import { toUtc } from "@/lib/domain/time";
import { formatTime } from "@/lib/format";
import { cn } from "@/lib/utils";
import { ComponentIcon } from "./component-icon";
import { StatusRing } from "./icons";
import { INDICATOR_SURFACE, STATUS_SURFACE } from "./tones";

type VerdictProps = {
  active: { title: string; status: IncidentStatus }[];
  components: { name: string; status: ComponentStatus }[];
  asOf: number;
  /** The heading's element: not a heading where the verdict stands within another page. */
  as?: "h1" | "p";
};

const WORST_FIRST = [
  "major_outage",
  "partial_outage",
  "degraded_performance",
  "under_maintenance",
] as const;

/** The page's answer in one sentence, and when it was given. */
export function Verdict({ active, components, asOf, as: Heading = "h1" }: VerdictProps) {
  const worst = WORST_FIRST.find((status) =>
    components.some((component) => component.status === status),
  );
  const status =
    INCIDENT_STATUSES.find((each) => active.some((incident) => incident.status === each)) ??
    "resolved";
  const surface = worst
    ? INDICATOR_SURFACE[rollUp(components, active.map(() => ({ impact: "minor" }))).indicator]
    : STATUS_SURFACE[status];
  return (
    <div
      className={cn(
        "flex items-center gap-4 rounded-xl border px-5 py-6 sm:gap-5 sm:px-7 sm:py-8",
        surface,
      )}
    >
      {worst ? (
        <Ring status={worst} />
      ) : (
        <StatusRing status={status} className="size-10 border-2 sm:size-12" />
      )}
      <div className="min-w-0">
        <Heading className="text-xl leading-tight font-semibold tracking-tight wrap-anywhere sm:text-[1.75rem]">
          {verdictOf(active, components)}
        </Heading>
        <p className="mt-1.5 text-sm text-foreground">
          As of <time dateTime={toUtc(asOf)}>{formatTime(asOf)} UTC</time>
        </p>
      </div>
    </div>
  );
}

function Ring({ status }: { status: ComponentStatus }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-10 shrink-0 place-items-center rounded-full border-2 border-current sm:size-12"
    >
      <ComponentIcon status={status} className="size-[58%]" />
    </span>
  );
}
