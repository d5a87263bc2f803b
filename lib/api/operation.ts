import { z } from "zod";
import type { Permission } from "@/lib/domain/permissions";
import type { Scope } from "@/lib/domain/scopes";
import type { Viewer } from "@/lib/domain/viewer";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a request holds once it is checked: of an operation without a body, `body` is `undefined`. */
export type Input<Params, Query, Body> = { params: Params; query: Query; body: Body };

type Outputs<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = Input<
  z.output<Params>,
  z.output<Query>,
  z.output<Body>
>;

/** What is answered; an operation without an answer may also return nothing. */
type Reply<Answer extends z.ZodType> =
  z.input<Answer> | (undefined extends z.input<Answer> ? void : never);

type Definition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Prepared,
> = {
  /** Unique, in camelCase: the name of the method in a client, `declareIncident`. */
  id: string;
  method: Method;
  /** Below /api/v1: `/incidents/{key}`. */
  path: string;
  /** What it does, in a few words: "Declare an incident". */
  summary: string;
  /** What one has to know besides, in Markdown. */
  description?: string;
  tags: readonly string[];
  needs: Permission;
  scope: Scope;
  /** Every name in braces of the path. */
  params?: Params;
  query?: Query;
  body?: Body;
  /** Of nothing, when there is no content. */
  answer?: Answer;
  /** 200 where it is left out, 204 where there is no answer. */
  status?: 200 | 201 | 204;
  /** What is answered, where that is no JSON: its text is then the body. */
  mediaType?: string;
  /** What has to be awaited, before the transaction in which `run` is; it writes nothing. */
  prepare?: (viewer: Viewer, input: Outputs<Params, Query, Body>) => Promise<Prepared>;
  /**
   * Asks a query or a mutation, synchronously: a change, its answer and the note of its idempotency key are
   * one transaction.
   */
  run: (viewer: Viewer, input: Outputs<Params, Query, Body>, prepared: Prepared) => Reply<Answer>;
  /** Where what was made is read, below /api/v1. */
  location?: (answer: z.output<Answer>) => string;
  /** What a repeated request is answered, where the first answer tells a secret that is told once. */
  repeated?: (answer: z.output<Answer>) => z.output<Answer>;
  /** Of PUT, PATCH and DELETE: the GET of what is changed, whose ETag `If-Match` has to name. */
  seen?: Operation;
};

/** Whose request it is, and what it holds, before it is checked. */
export type Given = { params: unknown; query: unknown; body: unknown };

export type Schemas = Record<"params" | "query" | "body" | "answer", z.ZodType | undefined>;

type Place = "params" | "query" | "body";

/** What is wrong, and where: `["body", "title"]`. */
export type Flaw = { place: Place; path: PropertyKey[]; message: string };

/** A request that fits its operation and waits to be done by somebody. */
export type Accepted = {
  prepare: (viewer: Viewer) => Promise<Ready>;
};

/** Does it, and gives what the operation's own schema lets through. */
export type Ready = (viewer: Viewer) => {
  answer: unknown;
  /** What a repetition is answered, where that is something else. */
  repeated: unknown;
  location: string | undefined;
};

/** Any operation, whatever its shapes: what the door, the document, the assistant and the tests are made from. */
export type Operation = {
  id: string;
  method: Method;
  path: string;
  summary: string;
  description: string | undefined;
  tags: readonly string[];
  needs: Permission;
  scope: Scope;
  status: 200 | 201 | 204;
  mediaType: string;
  seen: Operation | undefined;
  schemas: Schemas;
  /** The request, once it fits; or all that is wrong with it. */
  accept: (given: Given) => Accepted | Flaw[];
};

/**
 * Describes one thing that the API does. Shapes of `params`, `query` and `body` are strict objects; of `answer`
 * a plain object, which lets through only what it names.
 */
export function defineOperation<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
  Prepared = undefined,
>(definition: Definition<Params, Query, Body, Answer, Prepared>): Operation {
  const { params, query, body, answer, prepare, run, location, repeated, ...facts } = definition;
  const accept = (given: Given): Accepted | Flaw[] => {
    const flaws: Flaw[] = [];
    const input = {
      params: read(params, "params", given, flaws),
      query: read(query, "query", given, flaws),
      body: read(body, "body", given, flaws),
    };
    if (flaws.length > 0) return flaws;
    return {
      async prepare(viewer) {
        const prepared = await settled(prepare?.(viewer, input));
        return (doer) => {
          const shown = read(answer, "answer", { answer: run(doer, input, prepared) });
          return { answer: shown, repeated: repeated?.(shown), location: location?.(shown) };
        };
      },
    };
  };
  return {
    ...facts,
    description: definition.description,
    status: definition.status ?? (answer ? 200 : 204),
    mediaType: definition.mediaType ?? "application/json",
    seen: definition.seen,
    schemas: { params, query, body, answer },
    accept,
  };
}

const nothing = z.strictObject({}).transform(() => undefined);
const ABSENT = { params: nothing, query: nothing, body: z.undefined(), answer: z.undefined() };

type Part = keyof typeof ABSENT;

/** The part as its schema gives it. What is wrong is added to the flaws; without a list of them it is a bug. */
function read<Schema extends z.ZodType>(
  schema: Schema | undefined,
  part: Part,
  given: Partial<Record<Part, unknown>>,
  flaws?: Flaw[],
): z.output<Schema>;
function read(
  schema: z.ZodType | undefined,
  part: Part,
  given: Partial<Record<Part, unknown>>,
  flaws?: Flaw[],
): unknown {
  const parsed = (schema ?? ABSENT[part]).safeParse(given[part]);
  if (parsed.success) return parsed.data;
  if (part === "answer" || !flaws) throw parsed.error;
  flaws.push(...parsed.error.issues.flatMap((issue) => flawsOf(part, issue)));
  return undefined;
}

/** Each name that is not known is a flaw of its own. */
function flawsOf(place: Place, issue: z.core.$ZodIssue): Flaw[] {
  const { path, message } = issue;
  if (issue.code !== "unrecognized_keys") return [{ place, path, message }];
  return issue.keys.map((key) => ({
    place,
    path: [...path, key],
    message: "There is no such name.",
  }));
}

function settled<Value>(promise: Promise<Value> | undefined): Promise<Value>;
async function settled(promise: Promise<unknown> | undefined): Promise<unknown> {
  return promise;
}
