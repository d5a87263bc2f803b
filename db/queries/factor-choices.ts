import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, factorActions, factorChoices, incidents } from "@/db/schema";
import type { Choices } from "@/lib/domain/choices";
import { isFactorCategory } from "@/lib/domain/coverage";
import { factorName } from "@/lib/domain/factors";

export type FactorChoice = ReturnType<typeof listFactorChoices>[number];

/** What people decided about an incident's factors, each with the action items that they linked. */
export function listFactorChoices(incidentId: number) {
  const rows = db().select().from(factorChoices).where(eq(factorChoices.incidentId, incidentId));
  const { factorChoiceId, actionItemId } = factorActions;
  const links = db()
    .select({ factorChoiceId, actionItemId })
    .from(factorActions)
    .innerJoin(factorChoices, eq(factorChoices.id, factorChoiceId))
    .where(eq(factorChoices.incidentId, incidentId))
    .orderBy(asc(actionItemId))
    .all();
  return rows.all().map((row) => ({
    ...row,
    actions: links.flatMap((link) => (link.factorChoiceId === row.id ? link.actionItemId : [])),
  }));
}

type Decided = Required<Pick<Choices, "factorCategories" | "factorActions">>;

/** The same in terms of the record's arrays. A choice about words that no factor has counts for none. */
export function decidedFactors(incidentId: number): Decided {
  const choices = listFactorChoices(incidentId);
  return choices.length === 0
    ? { factorCategories: {}, factorActions: {} }
    : decidedAmong(choices, listFactors(incidentId), listActionIds(incidentId));
}

type Choice = Pick<FactorChoice, "factor" | "category" | "linkedBy" | "actions">;

/** The same of an incident whose factors and action items are known. */
export function decidedAmong(choices: Choice[], factors: string[], ids: number[]): Decided {
  const decided: Decided = { factorCategories: {}, factorActions: {} };
  const byName = new Map(choices.map((choice) => [choice.factor, choice]));

  for (const [index, factor] of factors.entries()) {
    const choice = byName.get(factorName(factor));
    if (!choice) continue;
    const { category, linkedBy, actions } = choice;
    if (category !== null && isFactorCategory(category)) decided.factorCategories[index] = category;
    if (linkedBy !== null) decided.factorActions[index] = actions.map((id) => ids.indexOf(id));
  }
  return decided;
}

/** The contributing factors of the incident's record. */
export function listFactors(incidentId: number): string[] {
  const incident = db()
    .select({ resolution: incidents.resolution })
    .from(incidents)
    .where(eq(incidents.id, incidentId))
    .get();
  return incident?.resolution?.contributing_factors ?? [];
}

/** The ids of an incident's action items in the record's order. */
export function listActionIds(incidentId: number): number[] {
  return db()
    .select({ id: actionItems.id })
    .from(actionItems)
    .where(eq(actionItems.incidentId, incidentId))
    .orderBy(asc(actionItems.ordinal), asc(actionItems.id))
    .all()
    .map(({ id }) => id);
}
