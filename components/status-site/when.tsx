import { zoned } from "@/lib/status-page/zoned";

type WhenProps = {
  at: number;
  zone: string;
  /** A moment of the day that the reader has in mind: of the same day, only the time is said. */
  near?: number;
};

/** A moment in the page's zone, with the zone named, and in UTC. */
export function When({ at, zone, near }: WhenProps) {
  const own = zoned(at, zone);
  const utc = zoned(at, "UTC");
  const isSameDay = near !== undefined && zoned(near, zone).day === own.day;
  return (
    <time dateTime={new Date(at).toISOString()}>
      {!isSameDay && `${own.day}, `}
      {own.time} {own.zone}
      {own.zone !== "UTC" && ` (${own.day === utc.day ? "" : `${utc.day}, `}${utc.time} UTC)`}
    </time>
  );
}
