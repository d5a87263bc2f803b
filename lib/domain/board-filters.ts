export const BOARD_VIEWS = ["board", "list"] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** What an address of the board asks for. Without a view, wide screens show columns and narrow ones a list. */
export type BoardFilters = {
  /** A person, an owner as a record wrote it, or "me". */
  owner?: string;
  priority?: string;
  type?: string;
  incident?: string;
  overdue?: boolean;
  view?: BoardView;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST = 200;

/** The filters that an address asks for. What makes no sense there counts as not asked for. */
export function parseBoardFilters(params: Params): BoardFilters {
  return {
    owner: readParam(params, "owner"),
    priority: readParam(params, "priority"),
    type: readParam(params, "type"),
    incident: readParam(params, "incident"),
    overdue: readParam(params, "overdue") !== undefined,
    view: BOARD_VIEWS.find((view) => view === readParam(params, "view")),
  };
}

/** The card that an address opens for editing. */
export function parseEditedCard(params: Params): number | undefined {
  const id = Number(readParam(params, "edit"));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** The board's address with these filters, and with more after them. */
export function boardPath(
  { owner, priority, type, incident, overdue, view }: BoardFilters,
  more: Record<string, string> = {},
): string {
  const asked = { owner, priority, type, incident, overdue: overdue ? "1" : "", view, ...more };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return query.size > 0 ? `/actions?${query}` : "/actions";
}

/** True when the filters leave out some of the board's cards. */
export function isBoardNarrowed({ owner, priority, type, incident, overdue }: BoardFilters) {
  return [owner, priority, type, incident, overdue].some(Boolean);
}

function readParam(params: Params, name: string): string | undefined {
  const given = params[name];
  const text = (Array.isArray(given) ? given[0] : given)?.trim().slice(0, LONGEST);
  return text || undefined;
}
