import type { Normalised } from "@/lib/domain/alerts/alert";
import type { DeliveryState, SourceKind } from "@/lib/domain/alerts/source";

/** What a source is told of what it sent: that it was taken, whatever it holds. */
export function takenAnswer(kind: SourceKind, state: DeliveryState, read: Normalised): Response {
  const headers = { "Cache-Control": "no-store" };
  if (kind !== "events") {
    const why = read.is === "alerts" ? {} : { detail: read.why };
    return Response.json({ status: state, ...why }, { headers });
  }
  const key = read.is === "alerts" ? read.alerts[0]?.dedupeKey : undefined;
  const event = { status: "success", message: "Event processed", dedup_key: key ?? null };
  return Response.json(event, { status: 202, headers });
}
