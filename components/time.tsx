import { toUtc } from "@/lib/domain/time";
import { formatDateTime, formatTime } from "@/lib/format";
import { Age } from "./age";

type TimeProps = { at: number; show?: "datetime" | "time" | "age"; className?: string };

/** A moment in UTC. `age` becomes "12 min ago" once the browser's clock can be asked. */
export function Time({ at, show = "datetime", className }: TimeProps) {
  const iso = toUtc(at);
  return (
    <time dateTime={iso} title={iso} className={className}>
      {show === "age" && <Age at={at} />}
      {show === "datetime" && formatDateTime(at)}
      {show === "time" && formatTime(at)}
    </time>
  );
}
