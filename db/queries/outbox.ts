import { and, count, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { outbox } from "@/db/schema";
import type { MessageState } from "@/lib/domain/outbox";

export type Message = ReturnType<typeof listMessages>[number];

type Wanted = {
  state: MessageState | undefined;
  /** Only those to one subscriber. */
  subscriberId?: number;
  /** Only those to one channel. */
  channelId?: number;
  page: number;
  perPage: number;
};

/** Messages that left the portal or are to, the newest first. */
export function listMessages({ state, subscriberId, channelId, page, perPage }: Wanted) {
  const { id, key, recipient, subject, attempts, dueAt, sentAt, problem, createdAt } = outbox;
  return db()
    .select({
      ...{ id, key, recipient, subject, attempts, dueAt, sentAt, problem, createdAt },
      state: outbox.state,
    })
    .from(outbox)
    .where(
      and(
        state && eq(outbox.state, state),
        subscriberId === undefined ? undefined : eq(outbox.subscriberId, subscriberId),
        channelId === undefined ? undefined : eq(outbox.channelId, channelId),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .all();
}

/** How many messages are in each state; a state without any is missing. */
export function countMessages(): Map<MessageState, number> {
  const rows = db()
    .select({ state: outbox.state, count: count() })
    .from(outbox)
    .groupBy(outbox.state)
    .all();
  return new Map(rows.map(({ state, count }) => [state, count]));
}
