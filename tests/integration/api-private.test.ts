import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { requestTo, type Known } from "@/tests/support/arbitrary-request";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

const SECRET = "zanzibar";
const ASKED = 12;

let known: Known;
let stranger: string;

beforeAll(async () => {
  replaceDatabase(openDatabase(":memory:"));
  globalThis.musterApiRate = undefined;
  const { token } = await makeApiToken();
  const key = makeIncident({ title: `About ${SECRET}`, service: "checkout" });
  const at = `/incidents/${key}`;
  await askApi(`POST ${at}/timeline`, { token, body: { description: `Saw ${SECRET}.` } });
  await askApi(`POST ${at}/postmortem`, { token, body: {} });
  const item = await askApi(`POST ${at}/actions`, { token, body: { title: `Ask ${SECRET}` } });
  const hidden = await changeApi(`PATCH ${at}`, { token, body: { isPrivate: true } });
  expect(hidden.body.isPrivate).toBe(true);
  ({ token: stranger } = await makeApiToken());
  known = { key: [key], other: [key], id: [`${item.body.id}`], seq: ["1", "2"] };
}, 120_000);
afterAll(() => replaceDatabase(undefined));

const ofIt = OPERATIONS.filter(({ path }) => /^\/(?:incidents|actions)\/\{/.test(path));

describe("an operation of the API about a private incident", () => {
  test.each(ofIt.map((operation) => [operation.id, operation] as const))(
    "%s does nothing for those who may not see it",
    async (_, operation) => {
      globalThis.musterApiRate = undefined;
      for (const { path, query, body } of fc.sample(requestTo(operation, known), ASKED)) {
        const line = `${operation.method} ${path}?${new URLSearchParams(query)}`;
        const headers = { "If-Match": "*" };
        const answer = await askApi(line, { token: stranger, body, headers });
        expect(answer.status, line).toBeGreaterThanOrEqual(400);
        expect(JSON.stringify(answer.body)).not.toContain(SECRET);
      }
    },
    120_000,
  );

  test("is the only way to it: lists and searches do not have it", async () => {
    const lists = OPERATIONS.filter(({ method, path }) => method === "GET" && !path.includes("{"));
    expect(lists.length).toBeGreaterThan(8);
    for (const { id, path } of lists) {
      const query = id === "search" ? `?q=${SECRET}` : "";
      const { body } = await askApi(`GET ${path}${query}`, { token: stranger });
      expect(JSON.stringify(body), id).not.toContain(SECRET);
    }
  });
});
