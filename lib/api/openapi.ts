import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import type { Operation } from "./operation";
import { PROBLEM_TYPE, PROBLEMS, type ProblemKind } from "./problem";

const problem = z
  .object({
    type: z
      .string()
      .meta({ description: "Which kind of problem, as an address that explains it." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "A sentence for the person who asked." }),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional().meta({ description: "Where in the body it is." }),
          parameter: z.string().optional().meta({ description: "Which parameter it is." }),
          detail: z.string(),
        }),
      )
      .optional(),
    current: z.unknown().optional().meta({ description: "What stands there now." }),
    findings: z
      .array(
        z.object({
          key: z.string(),
          kind: z.string(),
          quote: z.string(),
          says: z.string(),
          question: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem" });

const RATE = {
  RateLimit: {
    description: "How many requests are left, and for how many seconds.",
    schema: { type: "string" as const },
  },
  "RateLimit-Policy": {
    description: "How many requests a token has.",
    schema: { type: "string" as const },
  },
};
const ETAG = {
  ETag: {
    description: "Which version it is: `If-Match` of a change names it.",
    schema: { type: "string" as const },
  },
};

/** The OpenAPI document of these operations, made from the schemas that check their requests. */
export function openApiOf(operations: Operation[], server: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    const method = METHOD_NAMES[operation.method];
    paths[operation.path] = { ...paths[operation.path], [method]: describe(operation) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Muster",
      version: "1",
      description:
        "Everything that the portal does, for programs. A token does what its owner may do, as far as its scopes go.",
    },
    servers: [{ url: `${server}/api/v1` }],
    security: [{ token: [] }],
    tags: [...new Set(operations.flatMap(({ tags }) => tags))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "Of /account/tokens." },
      },
    },
  });
}

const METHOD_NAMES = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
} as const;

function describe(operation: Operation) {
  const { id, summary, description, tags, scope, schemas, method, seen } = operation;
  const { params, query, body } = schemas;
  const header = {
    ...(method === "POST" && { "Idempotency-Key": idempotencyKey }),
    ...(seen && { "If-Match": ifMatch }),
    ...(method === "GET" && { "If-None-Match": ifNoneMatch }),
  };
  return {
    operationId: id,
    summary,
    description: [description, `Scope: \`${scope}\`.`].filter(Boolean).join("\n\n"),
    tags: [...tags],
    "x-scope": scope,
    requestParams: {
      ...(isObject(params) && { path: params }),
      ...(isObject(query) && { query }),
      header: z.object(header),
    },
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    responses: { ...success(operation), ...problemsOf(operation) },
  };
}

const isObject = (schema: z.ZodType | undefined): schema is z.ZodObject =>
  schema instanceof z.ZodObject;

const idempotencyKey = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[!-~]+$/)
  .optional()
  .meta({ description: "Any text of your own: a repeated request with the same key acts once." });
const ifMatch = z.string().meta({
  description: "The ETag of what you read, so that nobody’s change is lost.",
});
const ifNoneMatch = z
  .string()
  .optional()
  .meta({ description: "The ETag of what you have: where nothing changed, the answer is 304." });

function success({ status, method, mediaType, schemas }: Operation): ZodOpenApiResponsesObject {
  const { answer } = schemas;
  const done = {
    description: status === 201 ? "Made" : "Done",
    headers: { ...RATE, ...(answer && method !== "POST" && ETAG) },
    ...(answer && { content: { [mediaType]: { schema: answer } } }),
  };
  return {
    [String(status)]: done,
    ...(method === "GET" && { "304": { description: "Nothing changed", headers: RATE } }),
  };
}

/** Which problems an operation has besides those that all have. */
function kindsOf({ method, path, seen, schemas }: Operation): ProblemKind[] {
  const writes = method !== "GET";
  return [
    "invalid",
    "unauthorized",
    "forbidden",
    ...(path.includes("{") || schemas.body ? (["not-found"] as const) : []),
    ...(writes ? (["conflict", "refused", "too-large", "media-type"] as const) : []),
    ...(seen ? (["not-found", "stale", "condition-missing"] as const) : []),
    "too-many",
    "broken",
  ];
}

function problemsOf(operation: Operation): ZodOpenApiResponsesObject {
  const content = { [PROBLEM_TYPE]: { schema: problem } };
  return Object.fromEntries(
    kindsOf(operation).map((kind) => {
      const { status, title } = PROBLEMS[kind];
      return [String(status), { description: title, content }];
    }),
  );
}
