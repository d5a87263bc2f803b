import { transaction } from "@/db/client";
import { listFactors } from "@/db/queries/factor-choices";
import { DomainError } from "@/lib/domain/error";
import { factorName, movedBy, type SeenFactor } from "@/lib/domain/factors";
import { factTexts } from "@/lib/domain/facts";
import type { JsonObject } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";
import { renameFactor, requireFactor } from "./factor-choices";
import { ownRecord, putFacts } from "./facts";

const MOST_FACTORS = 100;

type Factor = { key: string; factor: string };
type Seen = SeenFactor & { key: string };

/** Adds a contributing factor at the end of the list and answers its place. */
export function addFactor(viewer: Viewer, { key, factor }: Factor): { place: number } {
  return transaction(() => {
    const incident = requireWritable(viewer, key);
    const factors = listFactors(incident.id);
    requireNew(factors, factor);
    if (factors.length >= MOST_FACTORS) {
      throw new DomainError(`There are ${factors.length} factors already.`, "factor");
    }
    write(incident, [...factors, factor]);
    tell(viewer, incident, "factor:add", { factor });
    return { place: factors.length };
  });
}

/** Says a factor in other words. What was chosen about it stays chosen. */
export function editFactor(viewer: Viewer, { key, words, ...seen }: Seen & { words: string }) {
  return transaction(() => {
    const incident = requireWritable(viewer, key);
    const factors = listFactors(incident.id);
    const place = requireFactor(factors, seen);
    const before = factors[place] ?? "";
    if (before === words) return { place };
    const others = factors.toSpliced(place, 1);
    requireNew(others, words, "words");
    const isLast = !others.some((other) => factorName(other) === factorName(before));
    if (isLast) renameFactor(incident.id, before, words);
    write(incident, factors.with(place, words));
    tell(viewer, incident, "factor:edit", { factor: before, words });
    return { place };
  });
}

/** Moves a factor a step towards the beginning or the end of the list. */
export function moveFactor(viewer: Viewer, { key, step, ...seen }: Seen & { step: -1 | 1 }) {
  return transaction(() => {
    const incident = requireWritable(viewer, key);
    const factors = listFactors(incident.id);
    const place = requireFactor(factors, seen);
    const moved = movedBy(factors, place, step);
    if (moved === factors) return { place };
    write(incident, moved);
    tell(viewer, incident, "factor:move", { factor: seen.factor, place: place + step });
    return { place: place + step };
  });
}

/** Takes a factor off the list. What was chosen about it waits for its words to come back. */
export function removeFactor(viewer: Viewer, { key, ...seen }: Seen): void {
  transaction(() => {
    const incident = requireWritable(viewer, key);
    const factors = listFactors(incident.id);
    const place = requireFactor(factors, seen);
    write(incident, factors.toSpliced(place, 1));
    tell(viewer, incident, "factor:remove", { factor: factors[place] });
  });
}

function requireNew(factors: string[], words: string, field = "factor"): void {
  const name = factorName(words);
  if (factors.some((factor) => factorName(factor) === name)) {
    throw new DomainError("This factor is on the list already.", field);
  }
}

/** Through the same door as the facts of the incident's page, so that an export has it like theirs. */
function write(incident: IncidentRow, factors: string[]): void {
  const record = ownRecord(incident);
  const changed = {
    ...record,
    resolution: { ...record.resolution, contributing_factors: factors },
  };
  putFacts(incident, factTexts(changed, ["contributing_factors"]));
}

function tell(viewer: Viewer, { id, key }: IncidentRow, verb: string, detail: JsonObject): void {
  recordAudit(viewer.name, verb, `incident ${key}`, detail, id);
}
