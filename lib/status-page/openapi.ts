import { z } from "zod";
import type { Site } from "@/lib/domain/site";
import { V3_SHAPES } from "./v3-shapes";

type ShapeName = keyof typeof V3_SHAPES;

const ID = "[0-9a-z]{12}";

/** The API that programs may rely on, described for programs. */
export function openApi({ page }: Site): object {
  return {
    openapi: "3.1.0",
    info: {
      title: `${page.name}: status`,
      version: "3",
      description: `Reads alone, without keys, from any origin. Answers bear an ETag. For people: ${page.url}/api`,
    },
    servers: [{ url: page.url }],
    paths: {
      "/api/v3/summary.json": read("Everything that is the case now", "Summary"),
      "/api/v3/incidents.json": read("The newest incidents, and where older ones are", "Entries"),
      "/api/v3/incidents/{number}.json": read("Older incidents", "Entries", ["number"]),
      "/api/v3/maintenances.json": read("The newest maintenance, and where older is", "Entries"),
      "/api/v3/maintenances/{number}.json": read("Older maintenance", "Entries", ["number"]),
      "/api/v3/components/{id}/uptime.json": read("A component’s last 90 days", "Uptime", ["id"]),
      "/incidents/{id}.json": read("One incident or maintenance", "Entry", ["id"]),
      ...Object.fromEntries(V2_PATHS.map((path) => [`/api/v2/${path}.json`, statuspage(path)])),
    },
    components: { schemas: schemas() },
  };
}

const PARAMETERS = {
  number: { in: "path", name: "number", required: true, schema: { type: "integer", minimum: 1 } },
  id: { in: "path", name: "id", required: true, schema: { type: "string", pattern: `^${ID}$` } },
} as const;

const read = (summary: string, shape: ShapeName, parameters: (keyof typeof PARAMETERS)[] = []) => ({
  get: {
    summary,
    parameters: parameters.map((name) => PARAMETERS[name]),
    responses: {
      "200": {
        description: summary,
        content: { "application/json": { schema: { $ref: `#/components/schemas/${shape}` } } },
      },
      "304": { description: "Nothing changed since the answer with that ETag" },
      ...(parameters.length > 0 && { "404": { description: "There is nothing here" } }),
    },
  },
});

const V2_PATHS = [
  "summary",
  "status",
  "components",
  "incidents",
  "incidents/unresolved",
  "incidents/resolved",
  "scheduled-maintenances",
  "scheduled-maintenances/upcoming",
  "scheduled-maintenances/active",
];
const PAGED = ["incidents", "scheduled-maintenances"];

const statuspage = (path: string) => ({
  get: {
    summary: `As the Statuspage API, version 2, answers: ${path}`,
    parameters: PAGED.includes(path)
      ? [{ in: "query", name: "page", schema: { type: "integer", minimum: 1 } }]
      : [],
    responses: {
      "200": { description: path, content: { "application/json": { schema: { type: "object" } } } },
    },
  },
});

function schemas() {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(V3_SHAPES)) registry.add(shape, { id });
  const made = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => delete jsonSchema.additionalProperties, // fields may be added
  }).schemas;
  return Object.fromEntries(
    Object.entries(made).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]),
  );
}
