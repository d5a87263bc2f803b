import Ajv from "ajv/dist/2020";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerWith } from "@/app/api/v1/door";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import type { Operation } from "@/lib/api/operation";
import { ROLES, type Role } from "@/lib/domain/permissions";
import { describedAs, DOCUMENT, type Described } from "@/tests/support/api-schema";
import { makeWorld } from "@/tests/support/api-world";
import { requestTo, type Asking, type Known } from "@/tests/support/arbitrary-request";
import { makeApiToken } from "@/tests/support/ask-api";

const RUNS = 25;
const MOST_MILLISECONDS = 10_000;

const ajv = new Ajv({ strict: false });
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
ajv.addSchema(JSON.parse(DOCUMENT), "api");

let tokens: Map<Role, string>;
let known: Known;

beforeAll(async () => {
  replaceDatabase(openDatabase(":memory:"));
  tokens = new Map();
  for (const role of ROLES) tokens.set(role, (await makeApiToken({ role })).token);
  globalThis.musterApiRate = undefined;
  known = await makeWorld(tokens.get("admin") ?? "");
}, 120_000);
beforeEach(() => {
  globalThis.musterApiRate = undefined;
});
afterAll(() => replaceDatabase(undefined));

describe("an operation of the API, whatever it is asked", () => {
  test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
    "%s answers in time and as the document says",
    async (_, operation) => {
      await fc.assert(
        fc.asyncProperty(requestTo(operation, known), async (asking) => {
          const began = performance.now();
          const answer = await ask(operation, asking);
          expect(performance.now() - began).toBeLessThan(MOST_MILLISECONDS);
          await requireDescribed(operation, answer);
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    300_000,
  );
});

async function ask(operation: Operation, asking: Asking): Promise<Response> {
  const token = tokens.get(asking.role) ?? "";
  const headers = new Headers({ Authorization: `Bearer ${token}` });
  if (asking.body !== undefined) headers.set("Content-Type", asking.contentType);
  if (asking.idempotencyKey !== undefined) headers.set("Idempotency-Key", asking.idempotencyKey);
  const ifMatch = operation.seen && (await etagFor(operation.seen, asking, token));
  if (ifMatch !== undefined) headers.set("If-Match", ifMatch);
  const url = new URL(`http://127.0.0.1:3000/api/v1${asking.path}`);
  for (const [name, value] of asking.query) url.searchParams.append(name, value);
  const { method } = operation;
  const body = asking.body === undefined ? {} : { body: asking.body };
  return answerWith(OPERATIONS, new Request(url, { method, headers, ...body }));
}

/** The ETag that a change has to name: of the thing whose address the change’s begins with. */
async function etagFor(seen: Operation, { path, ifMatch }: Asking, token: string) {
  if (ifMatch !== "present") return ifMatch === "none" ? undefined : '"another"';
  const steps = seen.path.split("/").length;
  const url = `http://127.0.0.1:3000/api/v1${path.split("/").slice(0, steps).join("/")}`;
  const headers = { Authorization: `Bearer ${token}` };
  const read = await answerWith(OPERATIONS, new Request(url, { headers }));
  return read.headers.get("etag") ?? "*";
}

/** Holds an answer against what the document says of it. */
async function requireDescribed(operation: Operation, answer: Response): Promise<void> {
  const text = await answer.text();
  const told = `${answer.status} ${text.slice(0, 500)}`;
  expect(answer.status, told).toBeLessThan(500);
  const described: Described = describedAs(operation);
  const response = described.responses[answer.status];
  expect(response, `is not described: ${told}`).toBeDefined();
  const [type, content] = Object.entries(response?.content ?? {})[0] ?? [];
  expect(answer.headers.get("content-type") ?? undefined, told).toBe(type);
  if (content === undefined) return expect(text).toBe("");
  const at = ["paths", operation.path, operation.method.toLowerCase(), "responses"];
  const place = [...at, String(answer.status), "content", type ?? "", "schema"];
  const check = ajv.getSchema(`api#/${place.map(pointed).join("/")}`);
  const body: unknown = type?.includes("json") ? JSON.parse(text) : text;
  expect(check?.(body), `${ajv.errorsText(check?.errors)}: ${told}`).toBe(true);
}

const pointed = (step: string) =>
  encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
