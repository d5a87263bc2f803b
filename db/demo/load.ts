import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { publishEdition } from "@/db/mutations/editions";
import { importRecord } from "@/db/mutations/import";
import { savePostmortem } from "@/db/mutations/postmortems";
import { nextEditionOf } from "@/db/queries/publication";
import { findIncidentByKey } from "@/db/queries/record";
import { incidents, meta } from "@/db/schema";
import { parseRecord } from "@/lib/record/parse";
import { loadDemoAlerts } from "./alerts";
import { loadDemoComponents } from "./components";
import { loadReview, responder } from "./load-review";
import { loadWork } from "./load-work";
import { loadDemoMaintenance } from "./maintenances";
import { demoRecords, type DemoIncident } from "./records";
import { loadDemoTeams } from "./teams";

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
    const records = demoRecords(now);
    for (const incident of [readSample(), ...records]) load(incident);
    loadDemoTeams(now);
    for (const { record, work } of records) if (work) loadWork(record.incident.id, work);
    loadDemoComponents(now);
    loadDemoMaintenance(now);
    loadDemoAlerts(now);
    db()
      .insert(meta)
      .values({ key: LOADED, value: new Date(now).toISOString() })
      .run();
  });
}

function load({ record, published, postmortem }: DemoIncident): void {
  const { key } = importRecord("system", record, { isDemo: true, publish: published });
  if (!postmortem) return;
  const { author, body, at, isPublished, review } = postmortem;
  const writer = responder(author);
  savePostmortem(writer, { key, body, baseVersion: 0 }, at);
  if (review) loadReview(writer, key, review, at);
  if (!isPublished) return;
  const { id } = findIncidentByKey(writer, key) ?? { id: 0 };
  const seen = nextEditionOf(writer, id)?.seen ?? "";
  publishEdition(writer, { key, edition: 0, seen, withoutApproval: true }, at);
}

/** The reference incident, a payment outage in January 2024. */
function readSample(): DemoIncident {
  const parsed = parseRecord(readFileSync(join("db", "demo", "INC-2024-0142.json")));
  if (!parsed.ok) throw new Error(`The sample record is refused: ${parsed.problems.join("; ")}`);
  return { record: parsed.record, published: true };
}
