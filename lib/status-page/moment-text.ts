import { zoned } from "./zoned";

/** A moment for people: `1 May 2026, 22:00 CEST (20:00 UTC)`. */
export function momentText(at: number, zone: string): string {
  const own = zoned(at, zone);
  const said = `${own.day}, ${own.time} ${own.zone}`;
  if (own.zone === "UTC") return said;
  const utc = zoned(at, "UTC");
  return `${said} (${own.day === utc.day ? "" : `${utc.day}, `}${utc.time} UTC)`;
}
