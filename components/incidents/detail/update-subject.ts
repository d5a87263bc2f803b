import type { IncidentDetail } from "@/db/queries/incident-detail";
import { CADENCES } from "@/lib/domain/cadence";
import { endWarningsOf } from "@/lib/domain/end-warnings";
import { nextStatus } from "@/lib/domain/lifecycle";

export type UpdateSubject = ReturnType<typeof updateSubject>;

/** What the composer needs to know about the incident that it writes to. */
export function updateSubject({ incident, record, messages }: IncidentDetail) {
  const { key, title, status, severity, isOver, service } = incident;
  const lastTold = messages.findLast(({ publishedAs }) => publishedAs !== undefined)?.publishedAs;
  return {
    key,
    title,
    status,
    severity,
    isOver,
    service: service ?? title,
    /** The status to offer when outsiders are told. */
    nextStatus: nextStatus(status, lastTold),
    /** What is left undone, should it end now. */
    endWarnings: endWarningsOf(
      record,
      messages.flatMap(({ promises }) => promises),
    ),
    /** How often people are to hear, in minutes. */
    updateEvery: CADENCES[severity].updateEvery,
  };
}
