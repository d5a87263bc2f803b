import { z } from "zod";
import { recordReading } from "@/db/mutations/audit";
import { importRecord, previewImport } from "@/db/mutations/import";
import { exportWithPostmortem } from "@/db/queries/postmortem-export";
import { choicesOf, exportRecord, recordOf } from "@/db/queries/record";
import { flag } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { Problem } from "@/lib/api/problem";
import { analyze } from "@/lib/domain/analysis";
import { NotFoundError } from "@/lib/domain/error";
import type { IncidentRecord } from "@/lib/domain/record";
import { parseRecord } from "@/lib/record/parse";
import { requireSeen } from "../find-incident";
import { analysis, importPreview, record } from "../shapes/record";
import { ofIncident } from "../shapes/incident";

const analyzeStored = defineOperation({
  id: "analyzeIncident",
  method: "GET",
  path: "/incidents/{key}/analysis",
  summary: "Get what follows from an incident’s record",
  description: "With what people decided about it, such as when it began.",
  tags: ["Analysis"],
  needs: "portal:read",
  scope: "incidents:read",
  params: ofIncident,
  answer: analysis,
  run(viewer, { params: { key } }) {
    const { id } = requireSeen(viewer, key);
    return analyze(recordOf(id), choicesOf(id));
  },
});

const analyzeGiven = defineOperation({
  id: "analyzeRecord",
  method: "POST",
  path: "/analysis",
  summary: "Get what follows from a record",
  description: "Nothing is stored.",
  tags: ["Analysis"],
  needs: "portal:read",
  scope: "incidents:read",
  body: z.strictObject({ record }),
  answer: analysis,
  run: (_, { body }) => analyze(requireRecord(body.record)),
});

const exportOne = defineOperation({
  id: "exportRecord",
  method: "GET",
  path: "/incidents/{key}/record",
  summary: "Export an incident’s record",
  description: "As it was imported and edited. The audit record keeps who did so.",
  tags: ["Records"],
  needs: "incident:export",
  scope: "records:read",
  params: ofIncident,
  query: z.strictObject({
    postmortem: flag.optional().meta({ description: "With its postmortem in it." }),
  }),
  answer: record,
  run(viewer, { params: { key }, query: { postmortem: withPostmortem = false } }) {
    const { id } = requireSeen(viewer, key);
    const text = withPostmortem ? exportWithPostmortem(viewer, key) : exportRecord(viewer, key);
    if (text === undefined) throw new NotFoundError(`There is no incident ${key}.`);
    const detail = { as: "json", withPostmortem };
    recordReading(viewer.name, "incident:export", `incident ${key}`, detail, id);
    return JSON.parse(text);
  },
});

const preview = defineOperation({
  id: "previewImport",
  method: "POST",
  path: "/records/previews",
  summary: "See what importing a record would meet",
  tags: ["Records"],
  needs: "incident:import",
  scope: "records:write",
  body: z.strictObject({ record }),
  answer: importPreview,
  run: (viewer, { body }) => previewImport(viewer, requireRecord(body.record)),
});

const importOne = defineOperation({
  id: "importRecord",
  method: "POST",
  path: "/records",
  summary: "Import a record",
  description:
    "One that is stored already changes nothing; one that differs is refused (409) with the differences as `current`, unless it may replace what is stored.",
  tags: ["Records"],
  needs: "incident:import",
  scope: "records:write",
  body: z.strictObject({
    record,
    replace: z.boolean().default(false),
    publish: z.boolean().default(false).meta({
      description: "Puts its messages for the status page on the public page.",
    }),
  }),
  answer: z
    .object({
      key: z.string(),
      outcome: z.enum(["created", "unchanged", "replaced"]),
      published: z.int().meta({ description: "How many messages are new on the public page." }),
    })
    .meta({ id: "Imported" }),
  run: (viewer, { body: { record, ...options } }) =>
    importRecord(viewer, requireRecord(record), options),
});

export const RECORD_OPERATIONS = [analyzeStored, analyzeGiven, exportOne, preview, importOne];

const MOST_TOLD = 500;

/** The record, once it follows every rule of the format. */
function requireRecord(given: Record<string, unknown>): IncidentRecord {
  const parsed = parseRecord(JSON.stringify(given));
  if (parsed.ok) return parsed.record;
  throw new Problem("invalid", {
    detail: "The record breaks a rule of the format.",
    errors: parsed.problems.slice(0, MOST_TOLD).map((detail) => ({ pointer: "/record", detail })),
  });
}
