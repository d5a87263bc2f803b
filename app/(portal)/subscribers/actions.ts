"use server";

import { z } from "zod";
import {
  addByHand,
  askAgain,
  importSubscribers,
  removeSubscriber,
  switchOnAgain,
} from "@/db/mutations/subscribers";
import { defineAction } from "@/lib/action";
import { SUBSCRIBER_KINDS } from "@/lib/domain/subscriber";
import { env } from "@/lib/env";
import { listOf, requiredLine, requiredText } from "@/lib/fields";

const one = z.strictObject({ id: z.coerce.number().int() });
const LONGEST_LIST = 1_500_000;

const allowed = () => ({ allowsPrivate: env().privateWebhooks });

export const addSubscriberAction = defineAction({
  needs: "subscriber:manage",
  input: z.strictObject({
    kind: z.enum(SUBSCRIBER_KINDS),
    address: requiredLine("Write the address.", 2000),
    components: listOf(z.string()),
  }),
  run: (viewer, wanted) => addByHand(viewer, wanted, allowed()),
  next: () => "/subscribers",
});

export const importSubscribersAction = defineAction({
  needs: "subscriber:manage",
  input: z.strictObject({ text: requiredText("Paste the list.", LONGEST_LIST) }),
  run: (viewer, list) => importSubscribers(viewer, list, allowed()),
  next: ({ added, known }) => `/subscribers?added=${added}&known=${known}`,
});

export const askAgainAction = defineAction({
  needs: "subscriber:manage",
  input: one,
  run: (viewer, subscriber) => askAgain(viewer, subscriber),
});

export const switchOnAction = defineAction({
  needs: "subscriber:manage",
  input: one,
  run: (viewer, subscriber) => switchOnAgain(viewer, subscriber),
});

export const removeSubscriberAction = defineAction({
  needs: "subscriber:manage",
  input: one,
  run: removeSubscriber,
  next: () => "/subscribers",
});
