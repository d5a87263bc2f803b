export type TimelineAddress = { types: string[]; order: "oldest" | "newest"; page: number };

/** The page's address for a view of its timeline; what is usual is left out. */
export function timelineHref(
  path: string,
  { types, order, page }: TimelineAddress,
  usualOrder: TimelineAddress["order"],
): string {
  const query = new URLSearchParams(types.map((type) => ["type", type]));
  if (order !== usualOrder) query.set("order", order);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return `${path}${text === "" ? "" : `?${text}`}#timeline`;
}

type Params = Record<string, string | string[] | undefined>;

/** The view of the timeline that an address asks for. */
export function parseTimeline(params: Params, usualOrder: TimelineAddress["order"]) {
  const { type = [], order, page, event } = params;
  return {
    types: [type].flat(),
    order: order === "newest" || order === "oldest" ? order : usualOrder,
    page: wholeNumber(page) ?? 1,
    event: wholeNumber(event),
  };
}

function wholeNumber(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
