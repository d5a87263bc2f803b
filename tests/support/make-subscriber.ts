import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { addSubscriber, chooseComponents, confirmSubscription } from "@/db/mutations/subscriptions";
import { components } from "@/db/schema";
import type { SubscriberKind } from "@/lib/domain/subscriber";
import { NOON } from "./make-incident";

type Overrides = { kind?: SubscriberKind; components?: number[]; now?: number };

/** Somebody who confirmed before noon; answers their row. */
export function makeSubscriber(
  address: string,
  { kind = "mail", components: chosen = [], now = NOON - 1 }: Overrides = {},
) {
  const subscriber = addSubscriber(kind, address, now);
  chooseComponents(subscriber.id, chosen.map(publicIdOf));
  confirmSubscription(subscriber.token, now);
  return subscriber;
}

/** The public id of a component. */
export function publicIdOf(componentId: number): string {
  return (
    db()
      .select({ publicId: components.publicId })
      .from(components)
      .where(eq(components.id, componentId))
      .get()?.publicId ?? ""
  );
}
