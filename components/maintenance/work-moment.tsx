import { toUtc } from "@/lib/domain/time";
import { momentText } from "@/lib/status-page/moment-text";

/** A moment in the page's zone and in UTC. */
export function WorkMoment({ at, zone }: { at: number; zone: string }) {
  return <time dateTime={toUtc(at)}>{momentText(at, zone)}</time>;
}
