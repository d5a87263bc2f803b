import { zoneParts } from "@/lib/domain/zone-parts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A moment as people in a zone say it: its day, its time of day, and what the zone is called then. */
export type Zoned = { day: string; time: string; zone: string };

export function zoned(at: number, zone: string): Zoned {
  const { year, month, day, hour, minute, name } = zoneParts(zone, at);
  return {
    day: `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`,
    time: `${hour}:${minute}`,
    zone: name,
  };
}
