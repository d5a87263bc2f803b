import type { MaintenanceTemplate } from "@/db/queries/maintenance-templates";
import type { Maintenance } from "@/db/queries/maintenances";
import { wallTime } from "@/lib/domain/zone-time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the form for a new plan begins with: the next full hour but a day, or as a template says. */
export function newPlanValues(
  template: MaintenanceTemplate | undefined,
  { zone, now }: { zone: string; now: number },
): Record<string, string> {
  const from = (Math.floor(now / HOUR) + 25) * HOUR;
  const until = from + (template?.minutes ?? 60) * MINUTE;
  return {
    title: template?.title ?? "",
    body: template?.body ?? "",
    from: wallTime(zone, from),
    until: wallTime(zone, until),
    zone,
    startsItself: "on",
    endsItself: "on",
    remindBefore: "60",
    ...during((template?.componentIds ?? []).map((id) => ({ id, during: "under_maintenance" }))),
  };
}

/** A plan as its form's fields have it. */
export function planValues(work: Maintenance, zone: string): Record<string, string> {
  const { title, scheduledFor, scheduledUntil, startsItself, endsItself, remindBefore } = work;
  return {
    title,
    from: wallTime(zone, scheduledFor),
    until: wallTime(zone, scheduledUntil),
    zone,
    startsItself: startsItself ? "on" : "",
    endsItself: endsItself ? "on" : "",
    remindBefore: remindBefore === null ? "" : String(remindBefore),
    ...during(work.components),
  };
}

const during = (components: { id: number; during: string }[]): Record<string, string> =>
  Object.fromEntries(components.map(({ id, during: status }) => [`components.${id}`, status]));
