import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { subscribers } from "@/db/schema";

export type Subscriber = NonNullable<ReturnType<typeof findSubscriber>>;

/** What is needed to send something to a subscriber. */
export function findSubscriber(subscriberId: number) {
  const { id, kind, address, state, token, secret } = subscribers;
  return db()
    .select({ id, kind, address, state, token, secret })
    .from(subscribers)
    .where(eq(id, subscriberId))
    .get();
}
