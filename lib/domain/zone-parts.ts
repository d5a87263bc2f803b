const formats = new Map<string, Intl.DateTimeFormat>();

export type ZoneParts = {
  /** Four digits. */
  year: string;
  /** Two digits, as all that follow. */
  month: string;
  day: string;
  hour: string;
  minute: string;
  /** What the zone is called then: `UTC`, `CET`, `GMT+5:30`. */
  name: string;
};

/** What a calendar and a clock on a wall in a zone show at a moment. */
export function zoneParts(zone: string, at: number): ZoneParts {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    year: part("year").padStart(4, "0"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    name: part("timeZoneName"),
  };
}

/** Making one costs as much as using it a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  formats.set(timeZone, made);
  return made;
}
