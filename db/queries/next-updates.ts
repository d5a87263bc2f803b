import type { ListedIncident } from "./incidents";

/** When the next update of each open incident is due, by incident id; absent where none is promised. */
export function listNextUpdates(
  incidents: Pick<ListedIncident, "id" | "status" | "resolvedAt">[],
): ReadonlyMap<number, number> {
  return new Map();
}
