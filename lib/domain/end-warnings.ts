import type { UpdatePromise } from "./promises";
import type { IncidentRecord } from "./record";

/** What is left undone as an incident ends, in sentences for the person who ends it. */
export function endWarningsOf(
  { events }: Pick<IncidentRecord, "events">,
  promises: Pick<UpdatePromise, "kind" | "state">[],
): string[] {
  const open = promises.filter(({ kind, state }) => kind === "update" && state === "open").length;
  const isMitigated = events?.some(({ type }) => type === "mitigation") ?? false;
  const warnings = [
    open > 0 &&
      `${open === 1 ? "1 promised update is" : `${open} promised updates are`} still open, and will count as missed unless that audience is told first.`,
    !isMitigated &&
      "The timeline has no mitigation, so the time to mitigate cannot be measured. Add what stopped the damage.",
  ];
  return warnings.filter((warning) => warning !== false);
}
