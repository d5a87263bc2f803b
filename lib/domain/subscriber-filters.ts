import { SUBSCRIBER_STATES, type SubscriberState } from "./subscriber";

/** Which subscribers are listed: those of one state, or all, whose address has a text in it. */
export type SubscriberFilters = {
  state: SubscriberState | undefined;
  search: string;
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST_SEARCH = 200;

export function readSubscriberFilters({ state, q, page }: Params): SubscriberFilters {
  const isPage = typeof page === "string" && /^[1-9]\d{0,5}$/.test(page);
  return {
    state: SUBSCRIBER_STATES.find((each) => each === state),
    search: typeof q === "string" ? q.slice(0, LONGEST_SEARCH) : "",
    page: isPage ? Number(page) : 1,
  };
}

export function subscribersPath({
  state,
  search = "",
  page = 1,
}: Partial<SubscriberFilters>): string {
  const query = new URLSearchParams();
  if (state !== undefined) query.set("state", state);
  if (search !== "") query.set("q", search);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/subscribers?${query}` : "/subscribers";
}
