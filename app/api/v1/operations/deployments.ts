import { z } from "zod";
import { addDeployment } from "@/db/mutations/deployments";
import { recordOf } from "@/db/queries/record";
import { givenTime, line, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";

const tags = ["Incidents"];
const deployment = z
  .object({
    number: z.int().meta({ description: "Its place in the incident’s list, from 1." }),
    service: z.string().nullable(),
    version: z.string().nullable(),
    changes: z.string().nullable(),
    deployedAt: z.string().nullable().meta({ description: "As the record writes it." }),
  })
  .meta({ id: "Deployment" });

const listDeployments = defineOperation({
  id: "listDeployments",
  method: "GET",
  path: "/incidents/{key}/deployments",
  summary: "List the deployments around an incident",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(deployment),
  run: (viewer, { params, query }) =>
    pageWithin(deploymentsOf(viewer, params.key), query, ({ number }) => number),
});

const addOne = defineOperation({
  id: "addDeployment",
  method: "POST",
  path: "/incidents/{key}/deployments",
  summary: "Add a deployment",
  description: "Without `at` it was just now. The same one sent twice is one.",
  tags,
  needs: "incident:update",
  scope: "incidents:write",
  params: ofIncident,
  body: z.strictObject({
    service: line("Name the service."),
    version: line("Write the version.").optional(),
    changes: text("Write what changed.", 2000).optional(),
    at: givenTime.optional(),
  }),
  answer: z.object({ items: z.array(deployment) }).meta({ id: "Deployments" }),
  run(viewer, { params: { key }, body }) {
    addDeployment(viewer, { key, ...body });
    return { items: deploymentsOf(viewer, key) };
  },
});

export const DEPLOYMENT_OPERATIONS = [listDeployments, addOne];

function deploymentsOf(viewer: Viewer, key: string) {
  const { context } = recordOf(requireSeen(viewer, key).id);
  return (context?.recent_deployments ?? []).map((each, index) => ({
    number: index + 1,
    service: each.service ?? null,
    version: each.version ?? null,
    changes: each.changes ?? null,
    deployedAt: each.deployed_at ?? null,
  }));
}
