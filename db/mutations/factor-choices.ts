import { and, eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listActionIds, listFactorChoices, listFactors } from "@/db/queries/factor-choices";
import { choicesOf, recordOf } from "@/db/queries/record";
import { factorActions, factorChoices } from "@/db/schema";
import { coverageOf, type FactorCategory } from "@/lib/domain/coverage";
import { ConflictError, DomainError } from "@/lib/domain/error";
import { factorName, placeOf, renamesBetween, type SeenFactor } from "@/lib/domain/factors";
import type { JsonObject } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAnswers } from "./action-item-changes";
import { addActionItem, type Addition } from "./action-item-edits";
import { requireItem } from "./action-items";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";

type Chosen = {
  key: string;
  factor: string;
  /** Of what was chosen before, as the writer saw it; 0 where nothing was. */
  version: number;
};

/** Puts a factor under another category; without one it is as its words propose again. */
export function categorizeFactor(
  viewer: Viewer,
  { category, ...chosen }: Chosen & { category?: FactorCategory | undefined },
  now = Date.now(),
): void {
  transaction(() => {
    const { incident, name } = requireChoosable(viewer, chosen);
    const by = category === undefined ? null : viewer.name;
    const at = category === undefined ? null : now;
    put(incident, name, { category: category ?? null, categoryBy: by, categoryAt: at });
    tell(viewer, incident, "factor:categorize", { factor: name, category: category ?? null });
  });
}

/**
 * Says which actions answer a factor: none of them, where the list is empty. Without a list they are
 * as their types propose again.
 */
export function linkFactor(
  viewer: Viewer,
  { actions, ...chosen }: Chosen & { actions?: number[] | undefined },
  now = Date.now(),
): void {
  transaction(() => {
    const { incident, name } = requireChoosable(viewer, chosen);
    const known = listActionIds(incident.id);
    if (actions?.some((id) => !known.includes(id))) {
      throw new DomainError("One of these actions is gone. Look at the page again.");
    }
    const before = answersTo(incident.id, chosen.factor);
    putLinks(incident, name, actions, actions && { linkedBy: viewer.name, linkedAt: now });
    recordAnswers(viewer, name, { before, after: answersTo(incident.id, chosen.factor) }, now);
    tell(viewer, incident, "factor:link", { factor: name, actions: actions ?? null });
  });
}

export type ItemAnswer = { id: number; factor: string; version: number; answers: boolean };

/** Says of one item that it answers a factor, or that it does not; of the others nothing changes. */
export function answerFactor(viewer: Viewer, answer: ItemAnswer, now = Date.now()): void {
  transaction(() => {
    const { id, factor, version, answers } = answer;
    const { key, incidentId } = requireItem(viewer, id);
    const others = (answersTo(incidentId, factor) ?? []).filter((item) => item !== id);
    const actions = answers ? [...others, id] : others;
    linkFactor(viewer, { key, factor, version, actions }, now);
  });
}

export type Answer = Addition & { factor?: string | undefined };

/** Adds an action item. One that was added for a factor answers it, besides what answered it before. */
export function addAnswer(viewer: Viewer, { factor, ...text }: Answer, now = Date.now()) {
  return transaction(() => {
    const incident = requireWritable(viewer, text.key);
    const before = factor === undefined ? undefined : answersTo(incident.id, factor);
    const { id } = addActionItem(viewer, text, now);
    if (factor !== undefined && before) {
      const [name, actions] = [factorName(factor), [...before, id]];
      putLinks(incident, name, actions, { linkedBy: viewer.name, linkedAt: now });
      recordAnswers(viewer, name, { before, after: actions }, now);
      tell(viewer, incident, "factor:link", { factor: name, actions });
    }
    return { id, title: text.title };
  });
}

/** What answers a factor now, linked or proposed; `undefined` where there is no such factor. */
function answersTo(incidentId: number, factor: string): number[] | undefined {
  const place = placeOf(listFactors(incidentId), { factor, place: 0 });
  const ids = listActionIds(incidentId);
  return coverageOf(recordOf(incidentId), choicesOf(incidentId))
    .find((covered) => covered.factor === place)
    ?.actions.flatMap((index) => ids[index] ?? []);
}

/** Lets what was chosen about factors follow them to their new words. */
export function followFactors(incidentId: number, before: string[], after: string[]): void {
  const chosen = listFactorChoices(incidentId).map(({ factor }) => factor);
  if (chosen.length === 0) return;
  for (const [from, to] of renamesBetween(before, after)) {
    if (chosen.includes(from)) renameFactor(incidentId, from, to);
  }
}

/** A choice that was left from earlier words of the same kind makes room. */
export function renameFactor(incidentId: number, from: string, to: string): void {
  const [old, now] = [factorName(from), factorName(to)];
  const isChosen = listFactorChoices(incidentId).some(({ factor }) => factor === old);
  if (!isChosen || old === now) return;
  db().delete(factorChoices).where(named(incidentId, now)).run();
  db().update(factorChoices).set({ factor: now }).where(named(incidentId, old)).run();
}

/** The factor as it stands in a list, for those who change it. */
export function requireFactor(factors: string[], seen: SeenFactor): number {
  const place = placeOf(factors, seen);
  if (place === undefined) {
    throw new ConflictError(
      `Someone changed or removed “${factorName(seen.factor)}” meanwhile. Look at the factors again.`,
      { factors },
    );
  }
  return place;
}

function requireChoosable(viewer: Viewer, { key, factor, version }: Chosen) {
  const incident = requireWritable(viewer, key);
  requireFactor(listFactors(incident.id), { factor, place: 0 });
  const name = factorName(factor);
  const stands = listFactorChoices(incident.id).find((choice) => choice.factor === name);
  if ((stands?.version ?? 0) !== version) {
    throw new ConflictError(
      `Someone else was faster. ${standingText(stands)} Yours is kept here: save again to put it in place.`,
      { version: stands?.version ?? 0 },
    );
  }
  return { incident, name };
}

function standingText(choice: ReturnType<typeof listFactorChoices>[number] | undefined): string {
  const { category, categoryBy, linkedBy, actions = [] } = choice ?? {};
  const kind = category ? `${categoryBy} chose ${category}` : "the category is as proposed";
  if (!linkedBy) return `Now ${kind}, and the actions are as proposed.`;
  const linked = actions.length > 0 ? actions.map((id) => `AI-${id}`).join(", ") : "no action";
  return `Now ${kind}, and ${linkedBy} says that ${linked} answers it.`;
}

type Choice = Partial<typeof factorChoices.$inferInsert>;

/** Writes a choice and answers its id. */
function put({ id: incidentId }: IncidentRow, factor: string, choice: Choice): number {
  return db()
    .insert(factorChoices)
    .values({ incidentId, factor, ...choice })
    .onConflictDoUpdate({
      target: [factorChoices.incidentId, factorChoices.factor],
      set: { ...choice, version: sql`${factorChoices.version} + 1` },
    })
    .returning({ id: factorChoices.id })
    .get().id;
}

type Linking = { linkedBy: string; linkedAt: number };

function putLinks(
  incident: IncidentRow,
  factor: string,
  actions: number[] | undefined,
  linking: Linking | undefined,
): void {
  const factorChoiceId = put(incident, factor, linking ?? { linkedBy: null, linkedAt: null });
  db().delete(factorActions).where(eq(factorActions.factorChoiceId, factorChoiceId)).run();
  for (const actionItemId of new Set(actions)) {
    db().insert(factorActions).values({ factorChoiceId, actionItemId }).run();
  }
}

const named = (incidentId: number, factor: string) =>
  and(eq(factorChoices.incidentId, incidentId), eq(factorChoices.factor, factor));

function tell(viewer: Viewer, { id, key }: IncidentRow, verb: string, detail: JsonObject): void {
  recordAudit(viewer.name, verb, `incident ${key}`, detail, id);
}
