import { toUtc } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { zoned } from "@/lib/status-page/zoned";

type WorkWindowProps = { scheduledFor: number; scheduledUntil: number; zone: string };

/** When work is planned, in the page's zone and in UTC, and how long it takes. */
export function WorkWindow({ scheduledFor, scheduledUntil, zone }: WorkWindowProps) {
  const minutes = (scheduledUntil - scheduledFor) / 60_000;
  return (
    <span>
      <Range {...{ scheduledFor, scheduledUntil, zone }} />
      {zoned(scheduledFor, zone).zone !== "UTC" && (
        <span className="text-muted-foreground">
          {" "}
          (<Range {...{ scheduledFor, scheduledUntil }} zone="UTC" />)
        </span>
      )}
      {", "}
      {formatMinutes(minutes)}
    </span>
  );
}

function Range({ scheduledFor, scheduledUntil, zone }: WorkWindowProps) {
  const [from, until] = [zoned(scheduledFor, zone), zoned(scheduledUntil, zone)];
  const isOneZone = from.zone === until.zone;
  return (
    <>
      <time dateTime={toUtc(scheduledFor)}>
        {from.day}, {from.time}
        {!isOneZone && ` ${from.zone}`}
      </time>{" "}
      to{" "}
      <time dateTime={toUtc(scheduledUntil)}>
        {until.day !== from.day && `${until.day}, `}
        {until.time} {until.zone}
      </time>
    </>
  );
}
