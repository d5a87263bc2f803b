import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { verdictOf } from "@/lib/domain/public-status";
import { formatTime } from "@/lib/format";
import { toUtc } from "@/lib/domain/time";
import { cn } from "@/lib/utils";
import { StatusRing } from "./icons";
import { STATUS_SURFACE } from "./tones";

type VerdictProps = { active: { title: string; status: IncidentStatus }[]; asOf: number };

/** The page's answer in one sentence, and when it was given. */
export function Verdict({ active, asOf }: VerdictProps) {
  const tone =
    INCIDENT_STATUSES.find((status) => active.some((incident) => incident.status === status)) ??
    "resolved";
  return (
    <div
      className={cn(
        "flex items-center gap-4 rounded-xl border px-5 py-6 sm:gap-5 sm:px-7 sm:py-8",
        STATUS_SURFACE[tone],
      )}
    >
      <StatusRing status={tone} className="size-10 border-2 sm:size-12" />
      <div className="min-w-0">
        <h1 className="text-xl leading-tight font-semibold tracking-tight wrap-anywhere sm:text-[1.75rem]">
          {verdictOf(active)}
        </h1>
        <p className="mt-1.5 text-sm text-foreground">
          As of <time dateTime={toUtc(asOf)}>{formatTime(asOf)} UTC</time>
        </p>
      </div>
    </div>
  );
}
