/** What a page is told of a change: never what was written. */
export type ChangeNotice = { action: string; incidentKey?: string; actor: string; at: number };

/** How many pages are told at once without being asked to wait. */
const FEW_PAGES = 20;
const MS_PER_PAGE = 40;
const LONGEST_SPREAD = 15_000;

/** True for changes that nobody else's page shows: people come and go, and keep views of their own. */
export const isQuiet = (action: string) => /^(?:session|view):/.test(action);

/** The key of the incident to which a page belongs. */
export function incidentKeyOf(path: string): string | undefined {
  const [, key] = /^\/incidents\/([^/?#]+)/.exec(path) ?? [];
  return key === "new" ? undefined : key;
}

/** Does the page at this path show what changed? An incident's page shows one incident, others show all. */
export function concerns({ incidentKey }: ChangeNotice, path: string): boolean {
  const shown = incidentKeyOf(path);
  return shown === undefined || incidentKey === undefined || incidentKey === shown;
}

/** Within how many milliseconds that many open pages should read anew, each at a moment of its own. */
export function spreadOf(pages: number): number {
  return pages <= FEW_PAGES ? 0 : Math.min(LONGEST_SPREAD, pages * MS_PER_PAGE);
}
