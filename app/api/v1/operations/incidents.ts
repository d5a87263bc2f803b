import { randomUUID } from "node:crypto";
import { z } from "zod";
import { declareIncident } from "@/db/mutations/incidents";
import { getWhole, listByAge } from "@/db/queries/incidents-by-age";
import { line, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageOf, pageQuery, placeOf } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import { DRILL_CHOICES, INCIDENT_VIEWS } from "@/lib/domain/incident-filters";
import { SEVERITIES } from "@/lib/domain/incident";
import { isCalendarDay } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { incident, listedIncident, ofIncident } from "../shapes/incident";

const tags = ["Incidents"];
const day = z
  .string()
  .max(10)
  .refine(isCalendarDay, "Write a day as 2026-01-31.")
  .meta({ format: "date" });
const name = z.string().min(1).max(200);

export const listIncidents = defineOperation({
  id: "listIncidents",
  method: "GET",
  path: "/incidents",
  summary: "List incidents",
  description: "The youngest first. Without `view`, open and resolved ones.",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  query: z.strictObject({
    view: z.enum(INCIDENT_VIEWS).default("all"),
    severity: z.enum(SEVERITIES).optional(),
    status: name.optional(),
    service: name.optional(),
    commander: name.optional(),
    drill: z.enum(DRILL_CHOICES).optional(),
    from: day.optional(),
    to: day.optional(),
    text: name.optional(),
    ...pageQuery,
  }),
  answer: listOf(listedIncident),
  run(viewer, { query: { cursor, limit, ...filters } }) {
    const place = placeOf(cursor, z.tuple([z.number(), z.number()]));
    const after = place && { declaredAt: place[0], id: place[1] };
    const rows = listByAge(viewer, filters, { after, limit: limit + 1 });
    return pageOf(rows, limit, ({ declaredAt, id }) => [declaredAt, id]);
  },
});

export const getIncident = defineOperation({
  id: "getIncident",
  method: "GET",
  path: "/incidents/{key}",
  summary: "Get an incident",
  tags,
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  answer: incident,
  run: (viewer, { params }) => wholeIncident(viewer, params.key),
});

export const declareIncidentOperation = defineOperation({
  id: "declareIncident",
  method: "POST",
  path: "/incidents",
  summary: "Declare an incident",
  tags,
  needs: "incident:declare",
  scope: "incidents:write",
  body: z.strictObject({
    title: line("Give the incident a title."),
    severity: z.enum(SEVERITIES),
    service: line("Name the service.").optional(),
    affectedServices: z.array(line("Name the services.")).max(100).optional(),
    summary: text("Write a description.", 10_000).optional(),
    commander: line("Name the commander.").optional(),
    isDrill: z.boolean().default(false),
    isPrivate: z.boolean().default(false),
  }),
  status: 201,
  answer: incident,
  run(viewer, { body }) {
    const { key } = declareIncident(viewer, { ...body, submissionKey: randomUUID() });
    return wholeIncident(viewer, key);
  },
  location: ({ key }) => `/incidents/${encodeURIComponent(key)}`,
});

export function wholeIncident(viewer: Viewer, key: string) {
  const found = getWhole(viewer, key);
  if (!found) throw new NotFoundError(`There is no incident ${key}.`);
  return found;
}
