import type { Viewer } from "@/lib/domain/viewer";
import { categoryOf, coverageOf } from "@/lib/domain/coverage";
import { factorName } from "@/lib/domain/factors";
import { listFactorChoices } from "./factor-choices";
import { choicesOf, findIncidentByKey, listActionItemRows, recordOf } from "./record";

export type Causes = NonNullable<ReturnType<typeof getCauses>>;
export type CauseFactor = Causes["factors"][number];
export type CauseAction = Causes["actions"][number];

/** An import may bring more than anybody can look at. */
const MOST_FACTORS = 100;

/** Why an incident happened and what answers that, each with who said so; the first 100 factors. */
export function getCauses(viewer: Viewer, key: string) {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) return undefined;
  const record = recordOf(incident.id);
  const texts = record.resolution?.contributing_factors ?? [];
  const items = listActionItemRows(incident.id);
  const covered = coverageOf(record, choicesOf(incident.id));
  const choices = new Map(listFactorChoices(incident.id).map((each) => [each.factor, each]));

  return {
    rootCause: record.resolution?.root_cause ?? "",
    actions: items.map(({ id, title, type, owner, status }) => ({
      id,
      title,
      type,
      owner,
      status,
    })),
    more: Math.max(0, covered.length - MOST_FACTORS),
    factors: covered.slice(0, MOST_FACTORS).map(({ factor, category, ...answered }) => {
      const text = texts[factor] ?? "";
      const choice = choices.get(factorName(text));
      const isChosen = choice?.category === category;
      return {
        place: factor,
        text,
        category,
        proposed: categoryOf(text),
        chosen: isChosen ? { by: choice.categoryBy ?? "", at: choice.categoryAt ?? 0 } : undefined,
        expectedType: answered.expectedType,
        actions: answered.actions.flatMap((index) => items[index]?.id ?? []),
        linked: answered.linked
          ? { by: choice?.linkedBy ?? "", at: choice?.linkedAt ?? 0 }
          : undefined,
        version: choice?.version ?? 0,
      };
    }),
  };
}
