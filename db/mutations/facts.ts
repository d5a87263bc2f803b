import { transaction } from "@/db/client";
import type { ActivityType } from "@/lib/domain/activity";
import { changedFields } from "@/lib/domain/audit-detail";
import { ConflictError, DomainError } from "@/lib/domain/error";
import {
  changesTo,
  changeSentence,
  collisions,
  collisionText,
  touched,
  type FactChange,
} from "@/lib/domain/fact-changes";
import {
  FACT_NAMES,
  factProblem,
  factTexts,
  RATED_FACTS,
  SERVICE_FACTS,
  withFacts,
  type Fact,
  type FactTexts,
} from "@/lib/domain/facts";
import type { Viewer } from "@/lib/domain/viewer";
import { incidentColumns, recordFrom } from "@/lib/record/rows";
import { recordAudit } from "./audit";
import { followFactors } from "./factor-choices";
import { linkServices } from "./directory";
import {
  appendEvent,
  changeIncident,
  requireWritable,
  wholeSecond,
  type IncidentRow,
} from "./entries";

export type FactsEdit = {
  key: string;
  /** Each fact as the form holds it now. */
  facts: FactTexts;
  /** Each fact as the writer saw it: what they left so is not touched. */
  seen: FactTexts;
};

/**
 * Changes what people state about an incident: only what the writer changed, and nothing that someone
 * else changed since.
 */
export function changeFacts(viewer: Viewer, edit: FactsEdit, now = Date.now()): void {
  const { key, facts, seen } = edit;
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const record = ownRecord(incident);
    const current = factTexts(record, FACT_NAMES);
    const written = touched(seen, facts);
    const changes = changesTo(current, written);
    const collided = collisions(seen, changes);
    if (collided.length > 0) {
      const told = collided.map(({ fact, before }) => [fact, before]);
      throw new ConflictError(collisionText(collided), { ...seen, ...Object.fromEntries(told) });
    }
    for (const { fact, after } of changes) {
      const problem = factProblem(fact, after);
      if (problem) throw new DomainError(problem, `facts.${fact}`);
    }
    if (changes.length === 0) return;

    putFacts(incident, written);
    tellTimeline(viewer, incident, changes, wholeSecond(now));
    recordAudit(
      viewer.name,
      "incident:change-facts",
      `incident ${key}`,
      { facts: changes.map(({ fact }) => fact), ...inFields(changes) },
      incident.id,
    );
  });
}

const inFields = (changes: FactChange[]) =>
  changedFields(
    Object.fromEntries(changes.map(({ fact, before }) => [fact, before])),
    Object.fromEntries(changes.map(({ fact, after }) => [fact, after])),
  );

/** Puts facts in place, with what hangs on their words. */
export function putFacts(incident: IncidentRow, texts: FactTexts): void {
  const before = ownRecord(incident).resolution?.contributing_factors ?? [];
  const columns = incidentColumns(withFacts(ownRecord(incident), texts));
  const { title, service, affectedServices, impact, signals, resolution } = columns;
  changeIncident(incident, { title, service, affectedServices, impact, signals, resolution });
  linkServices(incident.id);
  followFactors(incident.id, before, resolution?.contributing_factors ?? []);
}

const noLists = { events: [], communications: [], actionItems: [], participants: [] };

/** The incident's record without its lists. */
export const ownRecord = (incident: IncidentRow) => recordFrom({ incident, ...noLists });

type Telling = Extract<ActivityType, "title_change" | "services_change" | "impact_change">;

/** What was known when is part of the story; how it is explained afterwards is not. */
const TOLD: { type: Telling; facts: readonly Fact[] }[] = [
  { type: "title_change", facts: ["title"] },
  { type: "services_change", facts: SERVICE_FACTS },
  { type: "impact_change", facts: RATED_FACTS },
];

function tellTimeline(viewer: Viewer, incident: IncidentRow, changes: FactChange[], at: number) {
  for (const { type, facts } of TOLD) {
    const told = changes.filter(({ fact }) => facts.includes(fact));
    if (told.length === 0) continue;
    const metadata = told.flatMap(({ fact, before, after }) => [
      [fact, after],
      [`${fact}_before`, before],
    ]);
    appendEvent(incident, {
      at,
      type,
      actor: viewer.name,
      description: changeSentence(told),
      metadata: Object.fromEntries(metadata),
    });
  }
}
