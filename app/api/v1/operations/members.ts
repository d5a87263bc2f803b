import { z } from "zod";
import { addMember, removeMember } from "@/db/mutations/members";
import { listMembers } from "@/db/queries/members";
import { incidentKey, numberInPath } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { ROLES } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";

const tags = ["Private incidents"];
const params = z.strictObject({
  key: incidentKey,
  userId: numberInPath("The account’s id."),
});
const member = z
  .object({ userId: z.int(), name: z.string(), role: z.enum(ROLES) })
  .meta({ id: "Member", description: "An account that sees a private incident." });

const listOfMembers = defineOperation({
  id: "listMembers",
  method: "GET",
  path: "/incidents/{key}/members",
  summary: "List who sees a private incident",
  description: "Admins see it besides.",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(member),
  run: (viewer, { params, query }) =>
    pageWithin(listMembers(requireSeen(viewer, params.key).id), query, ({ userId }) => userId),
});

const getMember = defineOperation({
  id: "getMember",
  method: "GET",
  path: "/incidents/{key}/members/{userId}",
  summary: "Get who sees a private incident",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: member,
  run: (viewer, { params: { key, userId } }) => memberOf(viewer, key, userId),
});

const add = defineOperation({
  id: "addMember",
  method: "POST",
  path: "/incidents/{key}/members",
  summary: "Let an account see a private incident",
  tags,
  needs: "incident:keep-private",
  scope: "incidents:write",
  params: ofIncident,
  body: z.strictObject({ userId: z.int().min(1) }),
  answer: member,
  run(viewer, { params: { key }, body: { userId } }) {
    addMember(viewer, { key, userId });
    return memberOf(viewer, key, userId);
  },
});

const remove = defineOperation({
  id: "removeMember",
  method: "DELETE",
  path: "/incidents/{key}/members/{userId}",
  summary: "Take a private incident from an account",
  tags,
  needs: "incident:keep-private",
  scope: "incidents:write",
  params,
  seen: getMember,
  run(viewer, { params: membership }) {
    removeMember(viewer, membership);
  },
});

export const MEMBER_OPERATIONS = [listOfMembers, add, getMember, remove];

function memberOf(viewer: Viewer, key: string, userId: number) {
  const members = listMembers(requireSeen(viewer, key).id);
  const found = members.find((each) => each.userId === userId);
  if (!found) throw new NotFoundError(`This account is no member of ${key}.`);
  return found;
}
