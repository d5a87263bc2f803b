"use server";

import { z } from "zod";
import {
  addTeamMember,
  addTeamService,
  removeTeamMember,
  removeTeamService,
} from "@/db/mutations/team-parts";
import { addTeam, editTeam, removeTeam } from "@/db/mutations/teams";
import { defineAction } from "@/lib/action";
import { WEEKDAYS } from "@/lib/domain/working-days";
import { jsonOf, optional, requiredLine } from "@/lib/fields";

const slug = z.string().max(60);
const id = z.coerce.number().int();
const day = z.literal("on").optional();
const fields = {
  name: requiredLine("Name the team.", 60),
  zone: requiredLine("Choose a time zone.", 60),
  day1: day,
  day2: day,
  day3: day,
  day4: day,
  day5: day,
  day6: day,
  day7: day,
};

type Days = Partial<Record<`day${(typeof WEEKDAYS)[number]}`, "on">>;

const workingDaysOf = (days: Days) =>
  WEEKDAYS.filter((number) => days[`day${number}` as const] === "on");

export const addTeamAction = defineAction({
  needs: "team:manage",
  input: z.strictObject(fields),
  run: (viewer, { name, zone, ...days }) =>
    addTeam(viewer.name, { name, zone, workingDays: workingDaysOf(days) }),
  next: ({ slug }) => `/teams/${slug}`,
});

export const editTeamAction = defineAction({
  needs: "team:manage",
  input: z.strictObject({
    slug,
    seen: jsonOf(z.strictObject({ version: z.int() })),
    leadId: optional(id),
    ...fields,
  }),
  run: (viewer, { slug, seen, leadId, name, zone, ...days }) =>
    editTeam(viewer, { slug, ...seen, leadId, name, zone, workingDays: workingDaysOf(days) }),
});

export const removeTeamAction = defineAction({
  needs: "team:manage",
  input: z.strictObject({ slug }),
  run: (viewer, team) => removeTeam(viewer, team),
  next: () => "/teams",
});

export const addTeamMemberAction = defineAction({
  needs: "team:manage",
  input: z.strictObject({ slug, name: requiredLine("Name the person.") }),
  run: (viewer, member) => addTeamMember(viewer, member),
});

export const removeTeamMemberAction = defineAction({
  needs: "team:manage",
  input: z.strictObject({ slug, personId: id }),
  run: removeTeamMember,
});

export const addTeamServiceAction = defineAction({
  needs: "team:manage",
  input: z.strictObject({ slug, service: requiredLine("Name the service.") }),
  run: (viewer, service) => addTeamService(viewer, service),
});

export const removeTeamServiceAction = defineAction({
  needs: "team:manage",
  input: z.strictObject({ slug, serviceId: id }),
  run: removeTeamService,
});
