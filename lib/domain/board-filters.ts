import { NUMBER_SETS, type NumberSet } from "./action-numbers";
import { isCalendarDay } from "./time";

export const BOARD_VIEWS = ["board", "list", "table"] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

/** What items can be put together by. Cards always are by their status, and by another one besides. */
export const BOARD_GROUPS = ["status", "owner", "incident", "factor"] as const;
export type BoardGroup = (typeof BOARD_GROUPS)[number];

/** What the rows of the table can be ordered by. */
export const BOARD_SORTS = [
  "id",
  "title",
  "status",
  "owner",
  "team",
  "priority",
  "type",
  "deadline",
  "incident",
  "age",
] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** What an address of the board asks for. Without a view, wide screens show columns and narrow ones a list. */
export type BoardFilters = {
  /** "mine", or a team's word; all items without it. */
  board?: string;
  /** A person, an owner as a record wrote it, or "me". */
  owner?: string;
  priority?: string;
  type?: string;
  service?: string;
  incident?: string;
  /** A contributing factor that the items answer. */
  factor?: string;
  overdue?: boolean;
  unowned?: boolean;
  undated?: boolean;
  /** The items behind one of the numbers, and the first and last day of its period. */
  show?: NumberSet;
  from?: string;
  to?: string;
  group?: BoardGroup;
  view?: BoardView;
  sort?: BoardSort;
  isDescending?: boolean;
  /** Of the table, from 1. */
  page?: number;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST = 200;
const LAST_PAGE = 100_000;

/** The filters that an address asks for. What makes no sense there counts as not asked for. */
export function parseBoardFilters(params: Params): BoardFilters {
  const read = (name: string) => readParam(params, name);
  const asks = (name: string) => read(name) !== undefined || undefined;
  const order = read("sort");
  const page = Number(read("page"));
  const sort = BOARD_SORTS.find((sort) => sort === order?.replace(/^-/, ""));
  return {
    board: read("board"),
    owner: read("owner"),
    priority: read("priority"),
    type: read("type"),
    service: read("service"),
    incident: read("incident"),
    factor: readParam(params, "factor", LONGEST_FACTOR),
    overdue: asks("overdue"),
    unowned: asks("unowned"),
    undated: asks("undated"),
    show: NUMBER_SETS.find((set) => set === read("show")),
    from: dayOf(read("from")),
    to: dayOf(read("to")),
    group: BOARD_GROUPS.find((group) => group === read("group")),
    view: BOARD_VIEWS.find((view) => view === read("view")),
    sort,
    isDescending: (sort && order?.startsWith("-")) || undefined,
    page: Number.isInteger(page) && page > 1 && page <= LAST_PAGE ? page : undefined,
  };
}

/** Factors are sentences. */
const LONGEST_FACTOR = 2000;

const dayOf = (text: string | undefined) => (text && isCalendarDay(text) ? text : undefined);

/** The card that an address opens for editing. */
export function parseEditedCard(params: Params): number | undefined {
  const id = Number(readParam(params, "edit"));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** The query of an address with these filters, and with more after them: `?owner=me&view=list`. */
export function boardQuery(filters: BoardFilters, more: Record<string, string> = {}): string {
  const { sort, isDescending, page, ...words } = filters;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) {
    if (value) query.set(name, value === true ? "1" : value);
  }
  if (sort) query.set("sort", isDescending ? `-${sort}` : sort);
  if (page && page > 1) query.set("page", String(page));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}

/** The board's address with these filters, and with more after them. */
export function boardPath(filters: BoardFilters, more: Record<string, string> = {}): string {
  return `/actions${boardQuery(filters, more)}`;
}

/** The same board, shown in the same way, with all its items. */
export function withoutFilters({ board, group, view, sort, isDescending }: BoardFilters) {
  return { board, group, view, sort, isDescending };
}

/** True when the filters leave out some of the board's cards. */
export function isBoardNarrowed(filters: BoardFilters): boolean {
  return Object.values({ ...filters, ...NOT_NARROWING }).some(Boolean);
}

const NOT_NARROWING: { [Name in keyof BoardFilters]: undefined } = {
  board: undefined,
  group: undefined,
  view: undefined,
  sort: undefined,
  isDescending: undefined,
  page: undefined,
};

function readParam(params: Params, name: string, longest = LONGEST): string | undefined {
  const given = params[name];
  const text = (Array.isArray(given) ? given[0] : given)?.trim().slice(0, longest);
  return text || undefined;
}
