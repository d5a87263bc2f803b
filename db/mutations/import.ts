import { eq, inArray, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findIncidentByKey, recordOf } from "@/db/queries/record";
import { incidents, incidentServices, people, services } from "@/db/schema";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { aliasKey } from "@/lib/domain/people";
import type { IncidentRecord } from "@/lib/domain/record";
import { operator, type Viewer } from "@/lib/domain/viewer";
import { differencesOf } from "@/lib/record/differences";
import { hashOf } from "@/lib/record/json";
import { mergeEdits } from "@/lib/record/merge";
import { problemsOf } from "@/lib/record/parse";
import { incidentColumns, withoutLists } from "@/lib/record/rows";
import { summaryOf, type ImportPreview } from "@/lib/record/summary";
import { recordAudit } from "./audit";
import { settlePositions } from "./board-places";
import { refillDeadlines } from "./deadlines";
import { linkServices, rememberPeople } from "./directory";
import {
  mergeActionItems,
  mergeCommunications,
  mergeEvents,
  mergeParticipants,
} from "./import-lists";
import { publishRecordCommunications, type Publisher } from "./status-page";

/** What importing the record would meet. It only reads. */
export function previewImport(viewer: Viewer, record: IncidentRecord): ImportPreview {
  const summary = summaryOf(record);
  const stored = findStored(viewer, record.incident.id);
  if (!stored) return { state: "new", differences: [], summary };
  const wasImported = stored.importedHash === hashOf(record);
  const differences = wasImported ? [] : differencesOf(recordOf(stored.id), record);
  return { state: differences.length > 0 ? "differs" : "unchanged", differences, summary };
}

export type ImportOptions = {
  /** Take the record over what is stored; what people wrote in the portal stays. */
  replace?: boolean;
  isDemo?: boolean;
  /** Put its external status-page messages on the public page. */
  publish?: boolean;
};

const OUTCOMES = { new: "created", unchanged: "unchanged", differs: "replaced" } as const;
export type ImportOutcome = (typeof OUTCOMES)[ImportPreview["state"]];

/**
 * Writes a checked record, all of it or nothing. One that is stored already changes nothing; one that
 * differs is refused with the differences, unless it may replace what is stored.
 */
export function importRecord(
  actor: Publisher,
  record: IncidentRecord,
  { replace = false, isDemo = false, publish = false }: ImportOptions = {},
  now = Date.now(),
): { key: string; outcome: ImportOutcome; published: number } {
  const viewer = typeof actor === "string" ? operator(actor) : actor;
  return transaction(() => {
    const key = record.incident.id;
    const { state, differences } = previewImport(viewer, record);
    if (state === "differs" && !replace) {
      throw new ConflictError(`${key} is stored with other content. Nothing changed.`, differences);
    }

    const stored = findStored(viewer, key);
    const becomesReal = stored?.isDemo === true && !isDemo;
    const outcome = OUTCOMES[state];
    const id = state === "unchanged" && stored ? stored.id : write(record, stored?.id, isDemo);
    if (becomesReal) markReal(id);
    if (stored && findIncidentByKey(viewer, key)?.severity !== stored.severity) {
      refillDeadlines(viewer, stored, now);
    }
    if (outcome !== "unchanged" || becomesReal) {
      link(id, record, {
        isDemo: stored ? stored.isDemo && isDemo : isDemo,
        isPrivate: stored?.isPrivate ?? false,
      });
      recordAudit(viewer.name, "incident:import", `incident ${key}`, { outcome }, id);
    }
    return { key, outcome, published: publish ? publishRecordCommunications(actor, id) : 0 };
  });
}

/** What is stored under the key; the keys of incidents that this person may not know of are taken. */
function findStored(viewer: Viewer, key: string) {
  const stored = findIncidentByKey(viewer, key);
  if (!stored && findIncidentByKey(operator("system"), key)) {
    throw new DomainError(`The id ${key} is taken. Give the record another one.`);
  }
  return stored;
}

function write(record: IncidentRecord, storedId: number | undefined, isDemo: boolean): number {
  const id =
    storedId === undefined ? insertIncident(record, isDemo) : mergeIncident(storedId, record);
  mergeEvents(id, record.events ?? []);
  mergeCommunications(id, record.communications ?? []);
  mergeActionItems(id, record.action_items ?? []);
  mergeParticipants(id, record.participants ?? []);
  settlePositions();

  const problems = problemsOf(recordOf(id));
  if (problems.length > 0) {
    throw new DomainError(
      `Together with what people wrote in the portal this breaks a rule: ${problems.join("; ")}.`,
    );
  }
  return id;
}

function insertIncident(record: IncidentRecord, isDemo: boolean): number {
  const importedHash = hashOf(record);
  const { id } = db()
    .insert(incidents)
    .values({ ...incidentColumns(record), importedHash, isDemo, origin: "import" })
    .returning({ id: incidents.id })
    .get();
  return id;
}

/** Without a source there is nothing to tell an edit from, so the record's word is taken. */
function mergeIncident(id: number, record: IncidentRecord): number {
  const { source } = db()
    .select({ source: incidents.source })
    .from(incidents)
    .where(eq(incidents.id, id))
    .get() ?? { source: null };
  const current = recordOf(id);
  const merged = mergeEdits(source ?? current, current, record);
  db()
    .update(incidents)
    .set({
      ...incidentColumns(merged),
      source: withoutLists(record),
      importedHash: hashOf(record),
      version: sql`${incidents.version} + 1`,
    })
    .where(eq(incidents.id, id))
    .run();
  return id;
}

function markReal(incidentId: number): void {
  db().update(incidents).set({ isDemo: false }).where(eq(incidents.id, incidentId)).run();
}

type Standing = { isDemo: boolean; isPrivate: boolean };

/** Ties the incident to the directory of services and people. What a real incident names is real. */
function link(incidentId: number, record: IncidentRecord, { isDemo, isPrivate }: Standing): void {
  const names = [
    record.incident.commander,
    ...(record.participants ?? []).map(({ name }) => name),
    ...(record.events ?? []).map(({ actor }) => actor),
  ];
  linkServices(incidentId);
  rememberPeople(names, { isDemo, isPrivate });
  if (isDemo) return;

  const linked = db()
    .select({ id: incidentServices.serviceId })
    .from(incidentServices)
    .where(eq(incidentServices.incidentId, incidentId));
  db().update(services).set({ isDemo: false }).where(inArray(services.id, linked)).run();

  const named = new Set(names.map((name) => aliasKey(name ?? "")));
  for (const { id, name } of db().select().from(people).where(eq(people.isDemo, true)).all()) {
    if (!named.has(aliasKey(name))) continue;
    db().update(people).set({ isDemo: false }).where(eq(people.id, id)).run();
  }
}
