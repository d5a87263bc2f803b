import type { Choices } from "../choices";
import { coverageOf, type FactorCategory } from "../coverage";
import { factorName } from "../factors";
import { metricsOf } from "../metrics";
import { candidatesOf, milestonesOf } from "../milestones";
import { stemsOf } from "../phrases";
import { promisesOf, type PromiseState } from "../promises";
import type { PromiseKind } from "../promise-text";
import type { IncidentRecord } from "../record";

/** A contributing factor; alike ones have one name. */
export type Cause = { category: FactorCategory; factor: string; name: string };

export type Measured = ReturnType<typeof measured>;

const LONGEST = 1000;

/** What an incident adds to the numbers of many. */
export function measured(record: IncidentRecord, choices: Choices = {}) {
  const milestones = milestonesOf(candidatesOf(record), choices.milestones);
  const metrics = metricsOf(milestones, record.incident.severity);
  const promises = promisesOf(record, choices);
  const count = (kind: PromiseKind, state: PromiseState) =>
    promises.filter((each) => each.kind === kind && each.state === state).length;
  return {
    figures: {
      detectMinutes: metrics.time_to_detect?.minutes ?? null,
      mitigateMinutes: metrics.time_to_mitigate?.minutes ?? null,
      resolveMinutes: metrics.time_to_resolve?.minutes ?? null,
      duration: metrics.duration?.minutes ?? null,
      updatesKept: count("update", "kept"),
      updatesMissed: count("update", "missed"),
      updatesOpen: count("update", "open"),
      reportsKept: count("report", "kept"),
      reportsMissed: count("report", "missed"),
      reportsOpen: count("report", "open"),
    },
    causes: causesOf(record, choices),
  };
}

function causesOf(record: IncidentRecord, choices: Choices): Cause[] {
  const texts = record.resolution?.contributing_factors ?? [];
  return coverageOf(record, choices).flatMap(({ factor: place, category }) => {
    const factor = factorName(texts[place] ?? "").slice(0, LONGEST);
    return factor === "" ? [] : [{ category, factor, name: causeName(factor) }];
  });
}

/** The same for factors with the same telling words, whatever their order, endings and case. */
export function causeName(factor: string): string {
  const stems = [...new Set(stemsOf(factor))].toSorted();
  return stems.length > 0 ? stems.join(" ") : factor.toLowerCase();
}
