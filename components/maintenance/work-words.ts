import type { ComponentStatus } from "@/lib/domain/component";
import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import type { workState } from "@/lib/domain/maintenance";
import { formatMinutes } from "@/lib/format";

export const WORK_STATES: Record<ReturnType<typeof workState>, string> = {
  scheduled: "Scheduled",
  in_progress: "In progress",
  verifying: "Verifying",
  completed: "Completed",
  cancelled: "Cancelled",
};

/** How a component is while work on it goes on, as its form says it. */
export const DURING: Record<ComponentStatus, string> = {
  ...COMPONENT_STATUS_LABELS,
  operational: "Keeps working",
};

const WHOLE: [number, string][] = [
  [10_080, "week"],
  [1440, "day"],
  [60, "hour"],
];

/** `1 hour`, `2 days`, `45 min`. */
export function lengthInWords(minutes: number): string {
  for (const [length, unit] of WHOLE) {
    const count = minutes / length;
    if (Number.isInteger(count)) return `${count} ${unit}${count === 1 ? "" : "s"}`;
  }
  return formatMinutes(minutes);
}

type Automation = { startsItself: boolean; endsItself: boolean; remindBefore: number | null };

/** What of some work the portal does by itself, in a sentence. */
export function automationInWords({ startsItself, endsItself, remindBefore }: Automation): string {
  const itself =
    startsItself && endsItself
      ? "Begins and ends by itself"
      : startsItself
        ? "Begins by itself; somebody has to end it"
        : endsItself
          ? "Somebody has to begin it; ends by itself"
          : "Somebody has to begin and end it";
  if (remindBefore === null) return `${itself}. No reminder.`;
  return `${itself}. Subscribers are reminded ${lengthInWords(remindBefore)} before.`;
}
