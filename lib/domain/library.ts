export const LIBRARY_VIEWS = ["all", "written", "required"] as const;
export type LibraryView = (typeof LIBRARY_VIEWS)[number];

export type LibraryFilters = {
  view: LibraryView;
  text?: string;
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
    text: read("text"),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The address's query for a part of the library, with its question mark; defaults are left out. */
export function libraryQuery({ view, text, page }: LibraryFilters): string {
  const query = new URLSearchParams();
  if (view !== "all") query.set("view", view);
  if (text) query.set("text", text);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}
