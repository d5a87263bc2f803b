import { z } from "zod";
import { requireTeam } from "@/db/mutations/teams";
import { getOnCall } from "@/db/queries/on-call";
import { utcNow } from "@/lib/clock";
import { shownTime } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { ofTeam } from "../shapes/team";

const person = z.object({ id: z.int(), name: z.string() });

const onCall = z
  .object({
    now: z.array(person).meta({ description: "Who is called, the first one first." }),
    order: z.array(person).meta({ description: "The same as it was planned." }),
    rotatesFrom: z
      .string()
      .nullable()
      .meta({ format: "date", description: "The day since which they take turns by the week." }),
    cover: z
      .object({ person, until: shownTime })
      .nullable()
      .meta({ description: "Who stands in for the first one." }),
  })
  .meta({ id: "OnCall" });

const getOnCallOperation = defineOperation({
  id: "getOnCall",
  method: "GET",
  path: "/teams/{slug}/on-call",
  summary: "Get who is on call for a team",
  tags: ["Teams"],
  needs: "portal:read",
  scope: "people:read",
  params: ofTeam,
  answer: onCall,
  run: (_, { params: { slug } }) => getOnCall(requireTeam(slug), utcNow()),
});

export const ON_CALL_OPERATIONS = [getOnCallOperation];
