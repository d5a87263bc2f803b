export type TimelineAddress = {
  types: string[];
  order: "oldest" | "newest";
  page: number;
  activity: boolean;
};

/** Where the timeline is, and what is usual there: what is usual is left out of addresses. */
export type TimelinePlace = { path: string; usualOrder: TimelineAddress["order"] };

/** What of a timeline is opened, by numbers of events. */
export type Opened = {
  row?: number | undefined;
  after?: number | undefined;
  ask?: number | undefined;
};

const ANCHORS: Record<keyof Opened, (seq: number) => string> = {
  row: (seq) => `e-${seq}`,
  after: (seq) => `add-event-${seq}`,
  ask: (seq) => `ask-${seq}`,
};

/** The page's address for a view of its timeline, with at most one thing of it opened. */
export function timelineHref(
  { path, usualOrder }: TimelinePlace,
  { types, order, page, activity }: TimelineAddress,
  opened?: { [What in keyof Opened]: [What, number] }[keyof Opened],
): string {
  const query = new URLSearchParams(types.map((type) => ["type", type]));
  if (activity) query.set("activity", "1");
  if (order !== usualOrder) query.set("order", order);
  if (page > 1) query.set("page", String(page));
  if (opened) query.set(opened[0], String(opened[1]));
  const text = query.toString();
  const anchor = opened ? ANCHORS[opened[0]](opened[1]) : "timeline";
  return `${path}${text === "" ? "" : `?${text}`}#${anchor}`;
}

type Params = Record<string, string | string[] | undefined>;

/** The view of the timeline that an address asks for. */
export function parseTimeline(params: Params, usualOrder: TimelineAddress["order"]) {
  const { type = [], order, page } = params;
  const opened = {
    row: wholeNumber(params.row),
    after: wholeNumber(params.after),
    ask: wholeNumber(params.ask),
  };
  return {
    types: [type].flat(),
    order: order === "newest" || order === "oldest" ? order : usualOrder,
    activity: params.activity === "1",
    page: wholeNumber(page) ?? 1,
    event: wholeNumber(params.event) ?? opened.row ?? opened.after ?? opened.ask,
    opened,
  };
}

function wholeNumber(value: string | string[] | undefined): number | undefined {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
