import { SEVERITIES, type Severity } from "./incident";

export const LIBRARY_VIEWS = [
  "all",
  "written",
  "draft",
  "in_review",
  "approved",
  "published",
  "required",
  "overdue",
  "not_required",
] as const;
export type LibraryView = (typeof LIBRARY_VIEWS)[number];

export const VIEW_WORDS: Record<LibraryView, string> = {
  all: "All",
  written: "Written",
  draft: "Draft",
  in_review: "In review",
  approved: "Approved",
  published: "Published",
  required: "Required but missing",
  overdue: "Overdue",
  not_required: "Not required",
};

export const LIBRARY_SORTS = ["newest", "changed", "severity"] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

export const SORT_WORDS: Record<LibrarySort, string> = {
  newest: "Newest incident first",
  changed: "Last changed first",
  severity: "Most severe first",
};

export type LibraryFilters = {
  view: LibraryView;
  severity?: Severity | undefined;
  service?: string | undefined;
  author?: string | undefined;
  text?: string | undefined;
  sort?: LibrarySort | undefined;
  /** From 1. */
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

/** The part of the library that an address asks for. What makes no sense there counts as not asked for. */
export function parseLibraryFilters(params: Params): LibraryFilters {
  const read = (name: string) => {
    const given = params[name];
    return (Array.isArray(given) ? given[0] : given)?.trim().slice(0, 200) || undefined;
  };
  const page = Number(read("page"));
  return {
    view: LIBRARY_VIEWS.find((view) => view === read("view")) ?? "all",
    severity: SEVERITIES.find((severity) => severity === read("severity")),
    service: read("service"),
    author: read("author"),
    text: read("text"),
    sort: LIBRARY_SORTS.find((sort) => sort === read("sort")),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The address's query for a part of the library, with its question mark; defaults are left out. */
export function libraryQuery({ view, page, sort, ...filters }: LibraryFilters): string {
  const query = new URLSearchParams();
  if (view !== "all") query.set("view", view);
  for (const name of ["severity", "service", "author", "text"] as const) {
    const wanted = filters[name];
    if (wanted) query.set(name, wanted);
  }
  if (sort && sort !== "newest") query.set("sort", sort);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

/** True where something narrows the list. */
export const isLibraryNarrowed = ({ view, severity, service, author, text }: LibraryFilters) =>
  view !== "all" || [severity, service, author, text].some((filter) => filter !== undefined);
