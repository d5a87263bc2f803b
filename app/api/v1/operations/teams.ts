import { z } from "zod";
import { addTeam, editTeam, removeTeam, requireTeam } from "@/db/mutations/teams";
import { listTeams } from "@/db/queries/teams";
import { defined } from "@/lib/api/defined";
import { line } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { ofTeam, team } from "../shapes/team";

const about = { tags: ["Teams"], needs: "team:manage", scope: "people:write" } as const;
const reading = { needs: "portal:read", scope: "people:read" } as const;

const fields = {
  name: line("Name the team.", 60),
  zone: line("Choose a time zone.", 60).meta({ example: "Europe/Berlin" }),
  workingDays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .meta({ description: "1 is Monday, 7 is Sunday." }),
};

const list = defineOperation({
  ...about,
  ...reading,
  id: "listTeams",
  method: "GET",
  path: "/teams",
  summary: "List teams",
  query: z.strictObject(pageQuery),
  answer: listOf(team),
  run: (_, { query }) => pageWithin(listTeams(), query, ({ slug }) => slug),
});

export const getTeam = defineOperation({
  ...about,
  ...reading,
  id: "getTeam",
  method: "GET",
  path: "/teams/{slug}",
  summary: "Get a team",
  params: ofTeam,
  answer: team,
  run: (_, { params: { slug } }) => requireTeam(slug),
});

const add = defineOperation({
  ...about,
  id: "addTeam",
  method: "POST",
  path: "/teams",
  summary: "Make a team",
  body: z.strictObject({
    name: fields.name,
    zone: fields.zone.default(DEFAULT_CALENDAR.zone),
    workingDays: fields.workingDays.default([...DEFAULT_CALENDAR.workingDays]),
  }),
  status: 201,
  answer: team,
  run: (viewer, { body }) => requireTeam(addTeam(viewer.name, body).slug),
  location: ({ slug }) => `/teams/${slug}`,
});

const change = defineOperation({
  ...about,
  id: "changeTeam",
  method: "PATCH",
  path: "/teams/{slug}",
  summary: "Change a team",
  description: "Only what is sent is changed. Its lead is one of its members.",
  params: ofTeam,
  body: z.strictObject({ ...fields, leadId: z.int().min(1).nullable() }).partial(),
  answer: team,
  seen: getTeam,
  run(viewer, { params: { slug }, body: { leadId, ...sent } }) {
    const { name, zone, workingDays, lead, version } = requireTeam(slug);
    editTeam(viewer, {
      slug,
      version,
      ...{ name, zone, workingDays, ...defined(sent) },
      leadId: leadId === undefined ? lead?.id : (leadId ?? undefined),
    });
    return requireTeam(slug);
  },
});

const remove = defineOperation({
  ...about,
  id: "removeTeam",
  method: "DELETE",
  path: "/teams/{slug}",
  summary: "Remove a team",
  description: "Items that somebody gave it go to the team of their owner or service again.",
  params: ofTeam,
  seen: getTeam,
  run: (viewer, { params }) => removeTeam(viewer, params),
});

export const TEAM_OPERATIONS = [list, add, getTeam, change, remove];
