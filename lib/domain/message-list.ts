import { MESSAGE_STATES, type MessageState } from "./outbox";

/** Which messages are listed: those of one state, or all. */
export type MessageFilters = { state: MessageState | undefined; page: number };

type Params = Record<string, string | string[] | undefined>;

export function readMessageFilters({ state, page }: Params): MessageFilters {
  const isPage = typeof page === "string" && /^[1-9]\d{0,5}$/.test(page);
  return {
    state: MESSAGE_STATES.find((each) => each === state),
    page: isPage ? Number(page) : 1,
  };
}

export function messagesPath({ state, page = 1 }: Partial<MessageFilters>): string {
  const query = new URLSearchParams();
  if (state !== undefined) query.set("state", state);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/messages?${query}` : "/messages";
}
