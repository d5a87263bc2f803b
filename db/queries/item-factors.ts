import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, factorActions, factorChoices, incidents } from "@/db/schema";
import { coverageOf } from "@/lib/domain/coverage";
import { factorName } from "@/lib/domain/factors";
import { groupedBy } from "@/lib/domain/grouped";
import { decidedAmong, listFactorChoices, listFactors } from "./factor-choices";

type Item = { id: number; incidentId: number };

/** Tells which of its incident's factors an item answers, by link or as proposed: for many items at once. */
export function factorFinder(): (item: Item) => string[] {
  const factors = listAllFactors();
  const items = groupedBy(listAllItems(), ({ incidentId }) => incidentId);
  const choices = groupedBy(listAllChoices(), ({ incidentId }) => incidentId);
  const answered = new Map<number, Map<number, string[]>>();

  return ({ id, incidentId }) => {
    const found =
      answered.get(incidentId) ??
      answersOf(
        factors.get(incidentId) ?? [],
        items.get(incidentId) ?? [],
        choices.get(incidentId) ?? [],
      );
    answered.set(incidentId, found);
    return found.get(id) ?? [];
  };
}

/** Which factors of one incident each of its items answers, by the item's id. */
export function factorsAnswered(incidentId: number): Map<number, string[]> {
  const { id, type, ordinal } = actionItems;
  const items = db()
    .select({ id, type })
    .from(actionItems)
    .where(eq(actionItems.incidentId, incidentId))
    .orderBy(asc(ordinal), asc(id))
    .all();
  return answersOf(listFactors(incidentId), items, listFactorChoices(incidentId));
}

type Choice = ReturnType<typeof listFactorChoices>[number];
type Typed = { id: number; type: string | null };

/** The factors by the id of each item that answers some. */
function answersOf(factors: string[], items: Typed[], choices: Choice[]): Map<number, string[]> {
  const ids = items.map(({ id }) => id);
  const covered = coverageOf(
    { action_items: items, resolution: { contributing_factors: factors } },
    decidedAmong(choices, factors, ids),
  );
  const answers = new Map<number, string[]>();
  for (const { factor, actions } of covered) {
    for (const index of actions) {
      const [id = 0, name] = [ids[index], factorName(factors[factor] ?? "")];
      answers.set(id, [...new Set([...(answers.get(id) ?? []), name])]);
    }
  }
  return answers;
}

function listAllFactors(): Map<number, string[]> {
  const { id, resolution } = incidents;
  const withItems = db().select({ id: actionItems.incidentId }).from(actionItems);
  const rows = db()
    .select({ id, resolution })
    .from(incidents)
    .where(and(isNotNull(resolution), inArray(id, withItems)))
    .all();
  return new Map(rows.map((row) => [row.id, row.resolution?.contributing_factors ?? []]));
}

function listAllItems() {
  const { id, incidentId, type, ordinal } = actionItems;
  return db()
    .select({ id, incidentId, type })
    .from(actionItems)
    .orderBy(asc(ordinal), asc(id))
    .all();
}

function listAllChoices() {
  const links = groupedBy(
    db().select().from(factorActions).orderBy(asc(factorActions.actionItemId)).all(),
    ({ factorChoiceId }) => factorChoiceId,
  );
  return db()
    .select()
    .from(factorChoices)
    .all()
    .map((choice) => ({
      ...choice,
      actions: (links.get(choice.id) ?? []).map(({ actionItemId }) => actionItemId),
    }));
}
