import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { getExecutivesTold } from "@/db/queries/executives";
import { escalations, incidents } from "@/db/schema";
import { CADENCES } from "@/lib/domain/cadence";
import { SEVERITIES } from "@/lib/domain/incident";
import { isOpen } from "@/lib/domain/lifecycle";
import { toUtc } from "@/lib/domain/time";
import { notify } from "./notify";

const MINUTE = 60_000;
const SOON = 5 * MINUTE;
/** What was due longer ago is no news: the portal stood still. */
const STALE = 60 * MINUTE;

const ASKING = SEVERITIES.filter((severity) => CADENCES[severity].executivesWithin !== null);

/** Lets people hear that executives are to be told soon or were not in time, once each; drills tell nobody. */
export function tellOfExecutives(now: number): void {
  const open = db()
    .select()
    .from(incidents)
    .innerJoin(escalations, eq(escalations.incidentId, incidents.id))
    .where(and(inArray(incidents.urgency, ASKING), eq(incidents.isDrill, false)))
    .all()
    .map((row) => row.incidents)
    .filter(isOpen);
  for (const incident of open) {
    const told = getExecutivesTold(incident, now);
    if (!told || told.state === "kept" || ("toldAt" in told && told.toldAt !== null)) continue;
    const { state, dueAt } = told;
    if (dueAt - SOON > now || dueAt + STALE < now) continue;
    const time = `${toUtc(dueAt).slice(11, 16)} UTC`;
    const news =
      state === "open"
        ? ({ is: "promise.due_soon", text: `Stakeholders are to be told by ${time}.` } as const)
        : ({ is: "promise.missed", text: `Stakeholders were to be told by ${time}.` } as const);
    const mark = `stakeholders-${dueAt}`;
    notify({ ...news, incidentId: incident.id, mark, by: { name: "system" } }, now);
  }
}
