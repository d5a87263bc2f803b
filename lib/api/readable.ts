import { z } from "zod";
import type { openApiOf } from "./openapi";

type Schema = {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  format?: string | undefined;
  description?: string | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  default?: unknown;
  items?: Schema | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    default: z.unknown().optional(),
    items: schema.optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    allOf: z.array(schema).optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
  }),
);

const content = z.record(z.string(), z.object({ schema }));
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()),
  "x-scope": z.string(),
  parameters: z
    .array(
      z.object({
        in: z.string(),
        name: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema,
      }),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: content.optional() }),
  ),
});
const whole = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema).default({}) }),
});

export type Field = {
  name: string;
  /** In words: "list of Incident", "text, 200 characters at most". */
  type: string;
  /** The shape that it is or holds, whose section a link leads to. */
  shape: string | undefined;
  isRequired: boolean;
  description: string | undefined;
};

export type ReadableOperation = ReturnType<typeof readableOf>["operations"][number];
export type ReadableShape = ReturnType<typeof readableOf>["shapes"][number];

/** The document in the words and the order in which people read it. */
export function readableOf(document: ReturnType<typeof openApiOf>) {
  const { paths, components } = whole.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({
      id: said.operationId,
      method: method.toUpperCase(),
      path,
      summary: said.summary,
      description: said.description,
      tag: said.tags[0] ?? "",
      scope: said["x-scope"],
      parameters: said.parameters.map((parameter) => ({
        ...fieldOf(parameter.name, parameter.schema, parameter.required === true),
        description: parameter.description ?? parameter.schema.description,
        place: parameter.in,
      })),
      body: fieldsOf(bodyOf(said.requestBody?.content)),
      answers: Object.entries(said.responses).map(([status, { description, content }]) => ({
        status,
        description,
        shape: shapeOf(bodyOf(content)),
      })),
    })),
  );
  const shapes = Object.entries(components.schemas).map(([name, described]) => ({
    name,
    description: described.description,
    type: typeOf(described),
    fields: fieldsOf(described),
  }));
  return { operations, shapes };
}

const bodyOf = (types: z.output<typeof content> | undefined) =>
  Object.values(types ?? {})[0]?.schema;

function fieldsOf(described: Schema | undefined): Field[] {
  const { properties = {}, required = [] } = described ?? {};
  return Object.entries(properties).map(([name, each]) =>
    fieldOf(name, each, required.includes(name)),
  );
}

const fieldOf = (name: string, described: Schema, isRequired: boolean): Field => ({
  name,
  type: typeOf(described),
  shape: shapeOf(described),
  isRequired,
  description: described.description,
});

/** The name of the shape that this is, or that its entries have. */
export function shapeOf(described: Schema | undefined): string | undefined {
  if (!described) return undefined;
  const { $ref, items, anyOf = [], allOf = [], properties } = described;
  const inner = [items, properties?.items, ...anyOf, ...allOf];
  return $ref?.split("/").at(-1) ?? inner.map(shapeOf).find((name) => name !== undefined);
}

const WORDS: Record<string, string> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "object",
  null: "null",
};

/** What a value is, in words. */
export function typeOf(described: Schema): string {
  const { $ref, anyOf, oneOf, allOf, items, type, format } = described;
  if ($ref) return $ref.split("/").at(-1) ?? "";
  const several = anyOf ?? oneOf ?? allOf;
  if (several) return [...new Set(several.map(typeOf))].join(" or ");
  if (described.enum) return described.enum.map(String).join(", ");
  if (described.const !== undefined) return String(described.const);
  if (items) return `list of ${typeOf(items)}`;
  const kinds = [type ?? []].flat().map((kind) => WORDS[kind] ?? kind);
  const named = format === "date-time" ? "time" : format === "date" ? "day" : kinds.join(" or ");
  return [named || "anything", ...boundsOf(described)].join(", ");
}

function boundsOf({ minimum, maximum, maxLength, default: usual }: Schema): string[] {
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return [
    ...(isBounded ? [`${minimum ?? 0} to ${maximum}`] : []),
    ...(maxLength !== undefined ? [`${maxLength} characters at most`] : []),
    ...(usual !== undefined ? [`${JSON.stringify(usual)} by default`] : []),
  ];
}
