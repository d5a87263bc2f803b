import { z } from "zod";
import { pickMilestone } from "@/db/mutations/milestones";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { incidentKey, shownTime } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { MILESTONES, type Milestone } from "@/lib/domain/milestones";
import type { Viewer } from "@/lib/domain/viewer";
import { ofIncident } from "../shapes/incident";

const tags = ["Analysis"];
const params = z.strictObject({ key: incidentKey, milestone: z.enum(MILESTONES) });
const candidate = z
  .string()
  .max(100)
  .meta({ description: "The id of a candidate, or `default` for what the record suggests." });

const milestone = z
  .object({
    milestone: z.enum(MILESTONES),
    at: shownTime.nullable().meta({ description: "`null` where nothing in the record says it." }),
    pick: z.object({ candidate: z.string(), pickedBy: z.string(), pickedAt: shownTime }).nullable(),
    candidates: z.array(
      z.object({ id: z.string(), at: shownTime, label: z.string(), isDefault: z.boolean() }),
    ),
  })
  .meta({ id: "Milestone" });

const list = defineOperation({
  id: "listMilestones",
  method: "GET",
  path: "/incidents/{key}/milestones",
  summary: "List an incident’s milestones, with what each may be measured at",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(milestone),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(milestonesIn(viewer, key), query, (each) => each.milestone),
});

const get = defineOperation({
  id: "getMilestone",
  method: "GET",
  path: "/incidents/{key}/milestones/{milestone}",
  summary: "Get a milestone",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params,
  answer: milestone,
  run: (viewer, { params: { key, milestone: name } }) => milestoneIn(viewer, key, name),
});

const pick = defineOperation({
  id: "pickMilestone",
  method: "PUT",
  path: "/incidents/{key}/milestones/{milestone}",
  summary: "Pick what a milestone is measured at",
  description: "The metrics follow.",
  tags,
  needs: "milestone:pick",
  scope: "incidents:write",
  params,
  body: z.strictObject({ candidate }),
  answer: milestone,
  seen: get,
  run(viewer, { params: { key, milestone: name }, body }) {
    pickMilestone(viewer, { key, milestone: name, candidate: body.candidate });
    return milestoneIn(viewer, key, name);
  },
});

export const MILESTONE_OPERATIONS = [list, get, pick];

function milestonesIn(viewer: Viewer, key: string) {
  const detail = getIncidentDetail(viewer, key);
  if (!detail) throw new NotFoundError(`There is no incident ${key}.`);
  return detail.milestones.map(({ name, source, pick: standing, candidates }) => ({
    milestone: name,
    at: source && source.at,
    pick: standing,
    candidates: candidates.map(({ value, at, label, isDefault }) => ({
      ...{ id: value, at, label, isDefault },
    })),
  }));
}

function milestoneIn(viewer: Viewer, key: string, wanted: Milestone) {
  const found = milestonesIn(viewer, key).find((each) => each.milestone === wanted);
  if (!found) throw new NotFoundError("There is no such milestone.");
  return found;
}
