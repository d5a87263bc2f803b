import { z } from "zod";
import {
  addTeamMember,
  addTeamService,
  removeTeamMember,
  removeTeamService,
} from "@/db/mutations/team-parts";
import { requireTeam } from "@/db/mutations/teams";
import { line, numberInPath } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { ofTeam, team } from "../shapes/team";
import { getTeam } from "./teams";

const about = { tags: ["Teams"], needs: "team:manage", scope: "people:write" } as const;
const description = "`If-Match` names the team’s ETag.";

const addMember = defineOperation({
  ...about,
  id: "addTeamMember",
  method: "POST",
  path: "/teams/{slug}/members",
  summary: "Put a person into a team",
  description: "By name or confirmed address; a new name joins the directory.",
  params: ofTeam,
  body: z.strictObject({ name: line("Name the person.") }),
  answer: team,
  run(viewer, { params: { slug }, body }) {
    addTeamMember(viewer, { slug, ...body });
    return requireTeam(slug);
  },
});

const removeMember = defineOperation({
  ...about,
  id: "removeTeamMember",
  method: "DELETE",
  path: "/teams/{slug}/members/{personId}",
  summary: "Take a person out of a team",
  description,
  params: ofTeam.extend({ personId: numberInPath("The person’s id.") }),
  seen: getTeam,
  run: (viewer, { params }) => removeTeamMember(viewer, params),
});

const addService = defineOperation({
  ...about,
  id: "addTeamService",
  method: "POST",
  path: "/teams/{slug}/services",
  summary: "Give a service to a team",
  params: ofTeam,
  body: z.strictObject({ service: line("Name the service.") }),
  answer: team,
  run(viewer, { params: { slug }, body }) {
    addTeamService(viewer, { slug, ...body });
    return requireTeam(slug);
  },
});

const removeService = defineOperation({
  ...about,
  id: "removeTeamService",
  method: "DELETE",
  path: "/teams/{slug}/services/{serviceId}",
  summary: "Take a service from a team",
  description,
  params: ofTeam.extend({ serviceId: numberInPath("The service’s id.") }),
  seen: getTeam,
  run: (viewer, { params }) => removeTeamService(viewer, params),
});

export const TEAM_PART_OPERATIONS = [addMember, removeMember, addService, removeService];
