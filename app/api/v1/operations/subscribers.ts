import { z } from "zod";
import { recordReading } from "@/db/mutations/audit";
import {
  addByHand,
  askAgain,
  importSubscribers,
  removeSubscriber,
  switchOnAgain,
} from "@/db/mutations/subscribers";
import { countSubscribers, getSubscriber, listSubscribers } from "@/db/queries/subscribers";
import { line, numberInPath, shownTime, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { cursorOf, listOf, MOST_AT_ONCE, pageQuery, placeOf } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { SUBSCRIBER_KINDS, SUBSCRIBER_STATES, tidyAddress } from "@/lib/domain/subscriber";
import { env } from "@/lib/env";

const about = {
  tags: ["Subscribers"],
  needs: "subscriber:manage",
  scope: "subscribers:write",
} as const;
const reading = { scope: "subscribers:read" } as const;
const params = z.strictObject({ id: numberInPath("The subscriber’s id.") });
const LONGEST_LIST = 900_000;

const subscriber = z
  .object({
    id: z.int(),
    kind: z.enum(SUBSCRIBER_KINDS),
    address: z.string(),
    state: z.enum(SUBSCRIBER_STATES),
    components: z.array(z.string()).meta({ description: "What they chose; empty for everything." }),
    problem: z.string().nullable(),
    createdAt: shownTime,
    confirmedAt: shownTime.nullable(),
    leftAt: shownTime.nullable(),
  })
  .meta({ id: "Subscriber" });

const place = z.tuple([z.int().min(1).max(1_000_000), z.int().min(1).max(MOST_AT_ONCE)]);

const list = defineOperation({
  ...about,
  ...reading,
  id: "listSubscribers",
  method: "GET",
  path: "/subscribers",
  summary: "List the subscribers of the public page",
  description: "The newest first. The audit record keeps who read them.",
  query: z.strictObject({
    state: z.enum(SUBSCRIBER_STATES).optional(),
    search: z.string().min(1).max(200).optional(),
    ...pageQuery,
  }),
  answer: listOf(subscriber),
  run(viewer, { query: { state, search = "", cursor, limit } }) {
    const [page, perPage] = placeOf(cursor, place) ?? [1, limit];
    recordReading(viewer.name, "subscriber:export", "subscribers", { as: "json", page });
    const isLast = countSubscribers({ state, search }) <= page * perPage;
    return {
      items: listSubscribers({ state, search, page, perPage }),
      nextCursor: isLast ? null : cursorOf([page + 1, perPage]),
    };
  },
});

const get = defineOperation({
  ...about,
  ...reading,
  id: "getSubscriber",
  method: "GET",
  path: "/subscribers/{id}",
  summary: "Get a subscriber",
  params,
  answer: subscriber,
  run: (_, { params: { id } }) => subscriberOf(id),
});

const add = defineOperation({
  ...about,
  id: "addSubscriber",
  method: "POST",
  path: "/subscribers",
  summary: "Add somebody who agreed to it elsewhere",
  body: z.strictObject({
    kind: z.enum(SUBSCRIBER_KINDS),
    address: line("Write the address.", 2000),
    components: z
      .array(z.string().max(40))
      .max(1000)
      .default([])
      .meta({ description: "The public ids of what they are told of; empty for everything." }),
  }),
  status: 201,
  answer: subscriber,
  run(viewer, { body }) {
    addByHand(viewer, body, allowed());
    const address = tidyAddress(body.kind, body.address);
    const found = listSubscribers({ state: undefined, search: address, page: 1, perPage: 1000 });
    const added = found.find((each) => each.kind === body.kind && each.address === address);
    return subscriberOf(added?.id ?? 0);
  },
  location: ({ id }) => `/subscribers/${id}`,
});

const importAll = defineOperation({
  ...about,
  id: "importSubscribers",
  method: "POST",
  path: "/subscribers/imports",
  summary: "Add those of a list who are not known yet",
  description: "All of them, or, with a reason for each line that is wrong, none.",
  body: z.strictObject({
    text: text("Paste the list.", LONGEST_LIST).meta({
      description: "CSV, as the portal exports it.",
    }),
  }),
  answer: z.object({ added: z.int(), known: z.int() }).meta({ id: "ImportedSubscribers" }),
  run: (viewer, { body }) => importSubscribers(viewer, body, allowed()),
});

const ask = defineOperation({
  ...about,
  id: "askSubscriberAgain",
  method: "POST",
  path: "/subscribers/{id}/confirmations",
  summary: "Send the way to confirm once more",
  params,
  answer: subscriber,
  run(viewer, { params: { id } }) {
    askAgain(viewer, { id });
    return subscriberOf(id);
  },
});

const switchOn = defineOperation({
  ...about,
  id: "switchSubscriberOn",
  method: "POST",
  path: "/subscribers/{id}/activations",
  summary: "Tell somebody again who was switched off",
  description: "For those to whom too many messages failed.",
  params,
  answer: subscriber,
  run(viewer, { params: { id } }) {
    switchOnAgain(viewer, { id });
    return subscriberOf(id);
  },
});

const remove = defineOperation({
  ...about,
  id: "removeSubscriber",
  method: "DELETE",
  path: "/subscribers/{id}",
  summary: "Forget a subscriber",
  params,
  seen: get,
  run: (viewer, { params }) => removeSubscriber(viewer, params),
});

export const SUBSCRIBER_OPERATIONS = [list, add, importAll, get, remove, ask, switchOn];

const allowed = () => ({ allowsPrivate: env().privateWebhooks });

function subscriberOf(id: number) {
  const found = getSubscriber(id);
  if (!found) throw new NotFoundError("This subscriber is not there any more.");
  return found;
}
