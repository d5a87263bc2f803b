import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { communications } from "@/db/schema";
import { executivesTold } from "@/lib/domain/executives";
import type { Severity } from "@/lib/domain/incident";
import { audienceOf } from "@/lib/domain/promises";
import { listSeverityChanges } from "./severity";

type Incident = { id: number; severity: Severity; declaredAt: number };

/** Whether executives heard of an incident in time; `undefined` where its severity does not ask for it. */
export function getExecutivesTold(incident: Incident, now: number) {
  const { at, audience } = communications;
  const messages = db()
    .select({ at, audience })
    .from(communications)
    .where(eq(communications.incidentId, incident.id))
    .all()
    .map((message) => ({ at: message.at, audience: audienceOf(message.audience) }));
  return executivesTold(
    { ...incident, severities: listSeverityChanges(incident.id), messages },
    now,
  );
}
