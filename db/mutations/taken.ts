import { isDeepStrictEqual } from "node:util";
import type { SiteEntry } from "@/lib/domain/site";

/** Who wrote what came from another page; never shown to outsiders. */
export const IMPORTER = "Statuspage import";

/** "kept": it was changed here after the other page last changed it. */
export type Outcome = "created" | "changed" | "unchanged" | "kept";
export type Counts = Record<Outcome, number>;

export const counted = (outcomes: Outcome[]): Counts => ({
  created: outcomes.filter((outcome) => outcome === "created").length,
  changed: outcomes.filter((outcome) => outcome === "changed").length,
  unchanged: outcomes.filter((outcome) => outcome === "unchanged").length,
  kept: outcomes.filter((outcome) => outcome === "kept").length,
});

/** Whether two say the same of an incident, of those components that the page still has. */
export const saysTheSame = <E extends SiteEntry>(a: E, b: E, live: Set<string>): boolean =>
  isDeepStrictEqual(comparable(a, live), comparable(b, live));

function comparable(entry: SiteEntry, live: Set<string>) {
  const updates: SiteEntry["updates"][number][] = entry.updates;
  return {
    ...entry,
    sequence: undefined, // counted here alone
    updates: updates.map((update) => ({
      ...update,
      changes: update.changes
        .filter(({ componentId }) => live.has(componentId))
        .toSorted((a, b) => (a.componentId < b.componentId ? -1 : 1)),
    })),
  };
}
