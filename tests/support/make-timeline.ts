import type { IncidentRecord, RecordEvent, RecordIncident } from "@/lib/domain/record";
import { parseTime } from "@/lib/domain/time";
import { makeRecord } from "./make";

/** UTC milliseconds of a time of day on the day of the tests, 5 January 2026. */
export function clockMs(time: string): number {
  return parseTime(`2026-01-05T${time}Z`) ?? NaN;
}

/** Events written as "10:05 detection" or "10:05 detection Error rate above 5%". */
export function makeEvents(...lines: string[]): RecordEvent[] {
  return lines.map((line) => {
    const [time, type, ...words] = line.split(" ");
    return {
      timestamp: `2026-01-05T${time}:00Z`,
      type,
      description: words.join(" ") || "Something",
    };
  });
}

/** A record with these events, declared at 10:00. */
export function makeTimeline(
  lines: string[],
  incident: Partial<RecordIncident> = {},
): IncidentRecord {
  const record = makeRecord({ events: makeEvents(...lines) });
  return { ...record, incident: { ...record.incident, ...incident } };
}
