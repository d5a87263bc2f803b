import { z } from "zod";
import { assignRole, giveUpRole } from "@/db/mutations/roles";
import { incidentKey, line, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { NotFoundError } from "@/lib/domain/error";
import { holderNames, RESPONSE_ROLES, type ResponseRole } from "@/lib/domain/roles";
import type { Viewer } from "@/lib/domain/viewer";
import { heldRole } from "../shapes/incident";
import { wholeIncident } from "./incidents";

const tags = ["Incidents"];
const params = z.strictObject({ key: incidentKey, role: z.enum(RESPONSE_ROLES) });

const getRole = defineOperation({
  id: "getRole",
  method: "GET",
  path: "/incidents/{key}/roles/{role}",
  summary: "Get who holds a role",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: heldRole,
  run: (viewer, { params: { key, role } }) => roleIn(viewer, key, role),
});

const assignRoleOperation = defineOperation({
  id: "assignRole",
  method: "PUT",
  path: "/incidents/{key}/roles/{role}",
  summary: "Give a role to a person",
  description: "They take it over from whoever holds it, unless several may hold it.",
  tags,
  needs: "incident:update",
  scope: "incidents:write",
  params,
  body: z.strictObject({
    person: line("Name the person."),
    note: text("Write the note.", 2000).optional(),
  }),
  answer: heldRole,
  seen: getRole,
  run(viewer, { params: { key, role }, body }) {
    const seenHolder = holderNames(roleIn(viewer, key, role).holders);
    assignRole(viewer, { key, role, seenHolder, ...body });
    return roleIn(viewer, key, role);
  },
});

const giveUpRoleOperation = defineOperation({
  id: "giveUpRole",
  method: "DELETE",
  path: "/incidents/{key}/roles/{role}",
  summary: "End a person’s role",
  tags,
  needs: "incident:update",
  scope: "incidents:write",
  params,
  query: z.strictObject({ person: line("Name the person.") }),
  seen: getRole,
  run(viewer, { params, query }) {
    giveUpRole(viewer, { ...params, ...query });
  },
});

export const ROLE_OPERATIONS = [getRole, assignRoleOperation, giveUpRoleOperation];

function roleIn(viewer: Viewer, key: string, wanted: ResponseRole) {
  const found = wholeIncident(viewer, key).roles.find(({ role }) => role === wanted);
  if (!found) throw new NotFoundError("There is no such role.");
  return found;
}
