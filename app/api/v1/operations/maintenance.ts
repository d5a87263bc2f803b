import { z } from "zod";
import {
  cancelMaintenance,
  editMaintenance,
  scheduleMaintenance,
} from "@/db/mutations/maintenances";
import {
  countPastMaintenances,
  findMaintenance,
  listCurrentMaintenances,
  listPastMaintenances,
  PAST_PER_PAGE,
} from "@/db/queries/maintenances";
import { defined } from "@/lib/api/defined";
import { givenTime, line, statesById, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { cursorOf, listOf, pageQuery, placeOf } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { listedMaintenance, maintenance, ofWork, workId } from "../shapes/maintenance";

const about = {
  tags: ["Maintenance"],
  needs: "maintenance:manage",
  scope: "components:write",
} as const;
const reading = { needs: "portal:read", scope: "components:read" } as const;
const MOST_REMINDER = 30 * 1440;
const message = text("Write the message.", 5000);

const plan = {
  title: line("Name the work as customers understand it."),
  scheduledFor: givenTime,
  scheduledUntil: givenTime,
  startsItself: z.boolean(),
  endsItself: z.boolean(),
  remindBefore: z
    .int()
    .min(1)
    .max(MOST_REMINDER)
    .nullable()
    .meta({ description: "Minutes before it begins." }),
  components: statesById,
};
const overlaps = z.array(workId).max(1000).default([]).meta({
  description: "Other work at the same time that is known of, as the refusal (409) names it.",
});

const list = defineOperation({
  ...about,
  ...reading,
  id: "listMaintenance",
  method: "GET",
  path: "/maintenance",
  summary: "List maintenance",
  description: `What goes on or is to come is one page, the next first; of the past, pages have ${PAST_PER_PAGE} entries, the newest first.`,
  query: z.strictObject({
    view: z.enum(["current", "past"]).default("current"),
    cursor: pageQuery.cursor,
  }),
  answer: listOf(listedMaintenance),
  run(_, { query: { view, cursor } }) {
    const [page] = placeOf(cursor, z.tuple([z.int().min(1).max(1_000_000)])) ?? [1];
    if (view === "current") return { items: listCurrentMaintenances(), nextCursor: null };
    const isLast = countPastMaintenances() <= page * PAST_PER_PAGE;
    return { items: listPastMaintenances(page), nextCursor: isLast ? null : cursorOf([page + 1]) };
  },
});

export const getMaintenance = defineOperation({
  ...about,
  ...reading,
  id: "getMaintenance",
  method: "GET",
  path: "/maintenance/{id}",
  summary: "Get maintenance",
  params: ofWork,
  answer: maintenance,
  run: (_, { params: { id } }) => workOf(id),
});

const schedule = defineOperation({
  ...about,
  id: "scheduleMaintenance",
  method: "POST",
  path: "/maintenance",
  summary: "Announce maintenance",
  description: "Readers of the public page are told of it at once.",
  body: z.strictObject({
    ...plan,
    startsItself: plan.startsItself.default(true),
    endsItself: plan.endsItself.default(true),
    remindBefore: plan.remindBefore.default(null),
    components: plan.components.default({}),
    body: message,
    overlaps,
  }),
  status: 201,
  answer: maintenance,
  run(viewer, { body: { overlaps: seenOverlaps, ...work } }) {
    return workOf(scheduleMaintenance(viewer, { ...work, seenOverlaps }).id);
  },
  location: ({ id }) => `/maintenance/${id}`,
});

const change = defineOperation({
  ...about,
  id: "changeMaintenance",
  method: "PATCH",
  path: "/maintenance/{id}",
  summary: "Change what is planned",
  description: "Only what is sent is changed. A new window is news, of which readers are told.",
  params: ofWork,
  body: z.strictObject({
    ...z.strictObject(plan).partial().shape,
    body: message.optional().meta({ description: "What readers are told of a new window." }),
    overlaps,
  }),
  answer: maintenance,
  seen: getMaintenance,
  run(viewer, { params: { id }, body: { body, overlaps: seenOverlaps, ...sent } }) {
    const { components, version, ...work } = workOf(id);
    const standing = {
      title: work.title,
      scheduledFor: work.scheduledFor,
      scheduledUntil: work.scheduledUntil,
      startsItself: work.startsItself,
      endsItself: work.endsItself,
      remindBefore: work.remindBefore,
      components: Object.fromEntries(components.map((each) => [each.id, each.during])),
    };
    const planned = { ...standing, ...defined(sent) };
    editMaintenance(viewer, { id, version, body, seenOverlaps, ...planned });
    return workOf(id);
  },
});

const cancel = defineOperation({
  ...about,
  id: "cancelMaintenance",
  method: "DELETE",
  path: "/maintenance/{id}",
  summary: "Cancel maintenance that has not begun",
  description: "It stays on the page, and calendars strike it out.",
  params: ofWork,
  seen: getMaintenance,
  run(viewer, { params: { id } }) {
    cancelMaintenance(viewer, { id, version: workOf(id).version });
  },
});

export const MAINTENANCE_OPERATIONS = [list, schedule, getMaintenance, change, cancel];

/** The maintenance of this public id. */
export function workOf(id: string) {
  const found = findMaintenance(id);
  if (!found) throw new NotFoundError("This maintenance is not there.");
  return found;
}
