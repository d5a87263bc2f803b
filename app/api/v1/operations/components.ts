import { z } from "zod";
import { setComponentState } from "@/db/mutations/component-history";
import { moveComponent } from "@/db/mutations/component-order";
import { addComponent, archiveComponent, editComponent } from "@/db/mutations/components";
import { listArchivedComponents, listPlaces } from "@/db/queries/components";
import { defined } from "@/lib/api/defined";
import { flag, givenDay, givenTime, line, numberInPath, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { NotFoundError } from "@/lib/domain/error";
import { component } from "../shapes/component";

const about = {
  tags: ["Components"],
  needs: "component:manage",
  scope: "components:write",
} as const;
const reading = { needs: "portal:read", scope: "components:read" } as const;
const params = z.strictObject({ id: numberInPath("The component’s id.") });

const told = {
  name: line("Name it as customers know it.", 80),
  description: text("Describe it.", 300).nullable(),
  serviceId: z.int().min(1).nullable(),
  groupId: z.int().min(1).nullable(),
  showsUptime: z.boolean(),
  isOnlyShownDegraded: z.boolean(),
  startDate: givenDay.nullable().meta({
    format: "date",
    description: "The first day about which something is known.",
  }),
};

const list = defineOperation({
  ...about,
  ...reading,
  id: "listComponents",
  method: "GET",
  path: "/components",
  summary: "List components and their groups",
  description: "In the page’s order, a group before what it holds.",
  query: z.strictObject({ archived: flag.optional(), ...pageQuery }),
  answer: listOf(component),
  run: (_, { query: { archived = false, ...query } }) =>
    pageWithin(archived ? listArchived() : listInUse(), query, ({ id }) => id),
});

const get = defineOperation({
  ...about,
  ...reading,
  id: "getComponent",
  method: "GET",
  path: "/components/{id}",
  summary: "Get a component",
  params,
  answer: component,
  run: (_, { params: { id } }) => componentOf(id),
});

const add = defineOperation({
  ...about,
  id: "addComponent",
  method: "POST",
  path: "/components",
  summary: "Add a component or a group",
  body: z.strictObject({
    ...z.strictObject(told).partial().shape,
    name: told.name,
    isGroup: z.boolean().default(false),
  }),
  status: 201,
  answer: component,
  run(viewer, { body }) {
    const { id } = addComponent(viewer.name, withoutNulls(body));
    return componentOf(id);
  },
  location: ({ id }) => `/components/${id}`,
});

const change = defineOperation({
  ...about,
  id: "changeComponent",
  method: "PATCH",
  path: "/components/{id}",
  summary: "Change a component or a group",
  description: "Only what is sent is changed. One in the archive is no longer shown.",
  params,
  body: z.strictObject({ ...told, isArchived: z.boolean() }).partial(),
  answer: component,
  seen: get,
  run(viewer, { params: { id }, body: { isArchived, ...sent } }) {
    const { version, ...stands } = componentOf(id);
    if (Object.values(sent).some((value) => value !== undefined)) {
      const { name, description, serviceId, groupId, showsUptime, isOnlyShownDegraded, startDate } =
        { ...stands, ...defined(sent) };
      editComponent(viewer, {
        id,
        version,
        name,
        ...withoutNulls({ description, serviceId, groupId, startDate }),
        showsUptime,
        isOnlyShownDegraded,
      });
    }
    if (isArchived !== undefined) archiveComponent(viewer, { id, isArchived });
    return componentOf(id);
  },
});

const move = defineOperation({
  ...about,
  id: "moveComponent",
  method: "POST",
  path: "/components/{id}/moves",
  summary: "Move a component one place up or down",
  params,
  body: z.strictObject({ to: z.enum(["up", "down"]) }),
  answer: component,
  run(viewer, { params: { id }, body: { to } }) {
    moveComponent(viewer, { id, to });
    return componentOf(id);
  },
});

const setState = defineOperation({
  ...about,
  id: "setComponentState",
  method: "PUT",
  path: "/components/{id}/state",
  summary: "Say how a component is",
  description: "Without an incident. Readers and subscribers are told of it.",
  needs: "component:set-state",
  params,
  body: z.strictObject({ status: z.enum(COMPONENT_STATUSES), at: givenTime.optional() }),
  answer: component,
  seen: get,
  run(viewer, { params: { id }, body }) {
    const { publicId, status: seenStatus } = componentOf(id);
    setComponentState(viewer, { component: publicId, seenStatus, ...body });
    return componentOf(id);
  },
});

export const COMPONENT_OPERATIONS = [list, add, get, change, move, setState];

const listInUse = () =>
  listPlaces()
    .flatMap(({ members, ...top }) => [top, ...members])
    .map((each) => ({ ...each, isArchived: false }));

const listArchived = () => listArchivedComponents().map((each) => ({ ...each, isArchived: true }));

/** A component or a group, whether it is shown or not. */
export function componentOf(wanted: number) {
  const found = [...listInUse(), ...listArchived()].find(({ id }) => id === wanted);
  if (!found) throw new NotFoundError("This component is not there.");
  return found;
}

type WithoutNulls<Fields> = {
  [Name in keyof Fields]:
    Exclude<Fields[Name], null> | (null extends Fields[Name] ? undefined : never);
};

/** Fields of which none is left out in place of being `null`. */
function withoutNulls<Fields extends object>(fields: Fields): WithoutNulls<Fields>;
function withoutNulls(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
