import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { savePostmortem } from "@/db/mutations/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { incidents, meta } from "@/db/schema";
import type { IncidentRecord } from "@/lib/domain/record";
import { parseRecord } from "@/lib/record/parse";
import { demoIncidents, type DemoIncident } from "./stories";
import { readSample } from "./sample";

const LOADED = "demo_loaded_at";

/**
 * Loads the demo, once in a database's life and only before there is anything else: what was removed
 * does not come back, and real incidents never get company.
 */
export function loadDemoOnce(now: number): void {
  transaction(() => {
    const loaded = db().select().from(meta).where(eq(meta.key, LOADED)).get();
    const used = db().select({ id: incidents.id }).from(incidents).limit(1).get();
    if (loaded || used) return;
    for (const incident of [readSample(), ...demoIncidents(now)]) load(incident);
    db().insert(meta).values({ key: LOADED, value: new Date(now).toISOString() }).run();
  });
}
