import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { appendEvent, wholeSecond, type IncidentRow } from "./entries";

type Telling = {
  type: "link" | "merge";
  verb: string;
  /** Given the other's name, or `undefined` where readers need not know that it is there. */
  text: (other: string | undefined) => string | undefined;
  now: number;
};

/** Tells an incident's timeline and the audit log of what now stands between it and another incident. */
export function tellAbout(
  viewer: Viewer,
  [incident, other]: readonly [IncidentRow, IncidentRow],
  { type, verb, text, now }: Telling,
): void {
  const named = other.isPrivate ? undefined : other.key;
  const metadata = named === undefined ? undefined : { incident: named };
  const description = text(named);
  if (description !== undefined) {
    const at = wholeSecond(now);
    appendEvent(incident, { at, type, actor: viewer.name, description, metadata });
  }
  recordAudit(viewer.name, verb, `incident ${incident.key}`, metadata, incident.id);
}
