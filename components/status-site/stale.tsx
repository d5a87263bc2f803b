import { minutesBetween } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { When } from "./when";

type StaleProps = { since: number | undefined; zone: string; now?: number };

const WORTH_SAYING = 5; // minutes

/** Says that a page may be old, and where there is a clock how old, where the portal's data cannot be read. */
export function Stale({ since, zone, now = since }: StaleProps) {
  if (since === undefined || now === undefined) return null;
  const age = Math.floor(minutesBetween(since, now));
  return (
    <p className="stale">
      <strong>Showing the last known state</strong>, from <When at={since} zone={zone} />
      {age >= WORTH_SAYING && `, ${formatMinutes(age)} ago`}. Newer information cannot be read at
      the moment.
    </p>
  );
}
