/** Which revisions of a text an address compares, and how. */
export type HistoryView = {
  page: number;
  from?: number;
  to?: number;
  layout: "inline" | "side";
  onlyChanges: boolean;
};

type Params = Record<string, string | string[] | undefined>;

/** What an address asks of the history. What makes no sense there counts as not asked for. */
export function parseHistoryView(params: Params): HistoryView {
  const number = (name: string) => {
    const given = Number([params[name]].flat()[0]);
    return Number.isInteger(given) && given >= 1 && given <= 1_000_000 ? given : undefined;
  };
  return {
    page: number("page") ?? 1,
    from: number("from"),
    to: number("to"),
    layout: params.layout === "side" ? "side" : "inline",
    onlyChanges: params.only === "1",
  };
}

/** The part of the address after the path, with its question mark; defaults are left out. */
export function historyQuery({ page, from, to, layout, onlyChanges }: HistoryView): string {
  const query = new URLSearchParams();
  if (from !== undefined) query.set("from", String(from));
  if (to !== undefined) query.set("to", String(to));
  if (layout === "side") query.set("layout", "side");
  if (onlyChanges) query.set("only", "1");
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}
