import { zoned } from "@/lib/status-page/zoned";

type WhenProps = { at: number; zone: string; show?: "moment" | "time" };

/** A moment in the page's zone, with the zone named, and in UTC. */
export function When({ at, zone, show = "moment" }: WhenProps) {
  const own = zoned(at, zone);
  const utc = zoned(at, "UTC");
  const isUtc = own.zone === "UTC";
  return (
    <time dateTime={new Date(at).toISOString()}>
      {show === "moment" && `${own.day}, `}
      {own.time} {own.zone}
      {!isUtc && ` (${own.day === utc.day ? "" : `${utc.day}, `}${utc.time} UTC)`}
    </time>
  );
}
