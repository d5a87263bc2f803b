const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A moment as people in a zone say it: its day, its time of day, and what the zone is called then. */
export type Zoned = { day: string; time: string; zone: string };

export function zoned(at: number, zone: string): Zoned {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    day: `${Number(part("day"))} ${MONTHS[Number(part("month")) - 1]} ${part("year")}`,
    time: `${part("hour")}:${part("minute")}`,
    zone: part("timeZoneName"),
  };
}

/** A formatter costs a thousand times what it formats. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    month: "numeric",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
