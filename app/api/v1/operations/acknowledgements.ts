import { z } from "zod";
import { acknowledge } from "@/db/mutations/escalations";
import { getEscalation } from "@/db/queries/escalations";
import { utcNow } from "@/lib/clock";
import { shownTime } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { NotFoundError } from "@/lib/domain/error";
import { ACKNOWLEDGEMENTS, ESCALATION_LEVELS } from "@/lib/domain/escalation";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";

const about = { tags: ["Incidents"], path: "/incidents/{key}/acknowledgement" } as const;

const call = z
  .object({ level: z.enum(ESCALATION_LEVELS), at: shownTime, people: z.array(z.string()) })
  .meta({ id: "Call" });

const acknowledgement = z
  .object({
    startedAt: shownTime,
    respondBy: shownTime.meta({ description: "By when the severity asks for a response." }),
    acknowledgedAt: shownTime.nullable(),
    acknowledgedBy: z.string().nullable(),
    acknowledgement: z
      .enum(ACKNOWLEDGEMENTS)
      .nullable()
      .meta({ description: "By what they showed that they respond." }),
    next: call.nullable().meta({ description: "Who is called next, as it is known now." }),
    calls: z.array(call),
  })
  .meta({ id: "Acknowledgement", description: "Whether anybody responds, and who was called." });

const getAcknowledgement = defineOperation({
  ...about,
  id: "getAcknowledgement",
  method: "GET",
  summary: "Get who was called and whether anybody responds",
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  answer: acknowledgement,
  run: (viewer, { params: { key } }) => standing(viewer, key),
});

const acknowledgeOperation = defineOperation({
  ...about,
  id: "acknowledgeIncident",
  method: "POST",
  summary: "Acknowledge an incident",
  description: "Says that whoever made the token responds. Whoever is second changes nothing.",
  needs: "incident:update",
  scope: "incidents:write",
  params: ofIncident,
  answer: acknowledgement,
  run(viewer, { params: { key } }) {
    acknowledge(viewer, { key });
    return standing(viewer, key);
  },
});

export const ACKNOWLEDGEMENT_OPERATIONS = [getAcknowledgement, acknowledgeOperation];

function standing(viewer: Viewer, key: string) {
  const escalation = getEscalation(requireSeen(viewer, key).id, utcNow());
  if (!escalation)
    throw new NotFoundError(`Nobody is called for ${key}: it was not declared here.`);
  return escalation;
}
