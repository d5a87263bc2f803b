import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Given, Schemas } from "@/lib/api/operation";

type Arguments = Record<string, unknown>;

/**
 * The parts of an operation's request as one flat list of arguments. They are checked by the operation itself,
 * whose answer says what is wrong with each.
 */
export function inputOf(schemas: Schemas): StandardSchemaWithJSON<Arguments> {
  const flat = z.strictObject({
    ...fieldsOf(schemas.params),
    ...fieldsOf(schemas.query),
    ...fieldsOf(schemas.body),
  });
  const { $schema: _, ...shape } = z.toJSONSchema(flat, { io: "input", unrepresentable: "any" });
  return {
    "~standard": {
      version: 1,
      vendor: "muster",
      validate: (value) => ({ value: isArguments(value) ? value : {} }),
      jsonSchema: { input: () => shape, output: () => shape },
    },
  };
}

/** The arguments in the parts of the request to which they belong. What belongs to none is refused with the query. */
export function requestOf({ params, query, body }: Schemas, given: Arguments): Given {
  const inPath = fieldsOf(params);
  const inBody = fieldsOf(body);
  const pick = (isWanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => isWanted(name)));
  return {
    params: pick((name) => name in inPath),
    query: pick((name) => name in fieldsOf(query) || !(name in inPath || name in inBody)),
    body: body ? pick((name) => name in inBody) : undefined,
  };
}

const fieldsOf = (schema: z.ZodType | undefined): z.core.$ZodShape =>
  schema instanceof z.ZodObject ? schema.shape : {};

const isArguments = (value: unknown): value is Arguments =>
  typeof value === "object" && value !== null && !Array.isArray(value);
