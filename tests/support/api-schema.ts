import { z } from "zod";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { openApiOf } from "@/lib/api/openapi";

/** As much of a JSON schema as a generator of requests has to understand. */
export type Schema = {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  enum?: unknown[] | undefined;
  anyOf?: Schema[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  propertyNames?: Schema | undefined;
  additionalProperties?: Schema | boolean | undefined;
  items?: Schema | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  pattern?: string | undefined;
  format?: string | undefined;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(schema).optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    propertyNames: schema.optional(),
    additionalProperties: z.union([schema, z.boolean()]).optional(),
    items: schema.optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
  }),
);

const parameter = z.object({
  in: z.enum(["path", "query", "header"]),
  name: z.string(),
  required: z.boolean().optional(),
  schema,
});
export type Parameter = z.output<typeof parameter>;

const content = z.record(z.string(), z.object({ schema }));
const described = z.object({
  operationId: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
export type Described = z.output<typeof described>;

const whole = z.object({
  paths: z.record(z.string(), z.record(z.string(), described)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

/** The OpenAPI document as it is served, as text and as far as it is read here. */
export const DOCUMENT = JSON.stringify(openApiOf(OPERATIONS, "http://127.0.0.1:3000"));
export const API = whole.parse(JSON.parse(DOCUMENT));

/** What the document says of an operation. */
export function describedAs({ method, path }: { method: string; path: string }): Described {
  const found = API.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`The document has no ${method} ${path}.`);
  return found;
}

/** A schema with what it refers to in its place. */
export function resolved(given: Schema): Schema {
  const name = given.$ref?.split("/").at(-1);
  return name === undefined ? given : resolved(API.components.schemas[name] ?? {});
}
