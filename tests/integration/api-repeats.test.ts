import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { ANSWERS_KEPT } from "@/db/mutations/api-answers";
import { apiAnswers, incidents } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";
import { askApi, makeApiToken } from "@/tests/support/ask-api";

freshDatabase();
beforeEach(() => {
  globalThis.musterApiRate = undefined;
});

const body = { title: "Checkout is slow", severity: "SEV2" };
const headers = { "Idempotency-Key": "key-1" };
const declared = () => db().select().from(incidents).all().length;

describe("a repeated idempotency key", () => {
  test("acts once and gets the first answer again", async () => {
    const { token } = await makeApiToken();
    const first = await askApi("POST /incidents", { token, body, headers });
    const second = await askApi("POST /incidents", { token, body, headers });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(declared()).toBe(1);
  });

  test("acts once when twenty come at the same time", async () => {
    const { token } = await makeApiToken();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => askApi("POST /incidents", { token, body, headers })),
    );
    expect(new Set(answers.map(({ status }) => status))).toContain(201);
    expect(answers.every(({ status }) => [201, 409].includes(status))).toBe(true);
    expect(declared()).toBe(1);
  });

  test("is refused for another body or another address", async () => {
    const { token } = await makeApiToken();
    const first = await askApi("POST /incidents", { token, body, headers });
    const other = await askApi("POST /incidents", {
      token,
      body: { ...body, title: "Login is slow" },
      headers,
    });
    expect(other.status).toBe(422);
    expect(other.body.type).toBe("/docs/api#key-reused");
    const path = `POST /incidents/${first.body.key}/timeline`;
    expect((await askApi(path, { token, body, headers })).status).toBe(400);
    expect(declared()).toBe(1);
  });

  test("is another one for another token", async () => {
    const [one, two] = [await makeApiToken(), await makeApiToken()];
    await askApi("POST /incidents", { token: one.token, body, headers });
    await askApi("POST /incidents", { token: two.token, body, headers });
    expect(declared()).toBe(2);
  });

  test("tries again what was refused, which did nothing", async () => {
    const { token } = await makeApiToken();
    const path = "POST /incidents/INC-2026-9999/timeline";
    const row = { description: "Restarted." };
    expect((await askApi(path, { token, body: row, headers })).status).toBe(404);
    expect((await askApi("POST /incidents", { token, body, headers })).status).toBe(201);
  });

  test("is forgotten after a day", async () => {
    const { token } = await makeApiToken();
    await askApi("POST /incidents", { token, body, headers });
    db()
      .update(apiAnswers)
      .set({ createdAt: Date.now() - ANSWERS_KEPT - 1 })
      .run();
    await askApi("POST /incidents", { token, body, headers });
    expect(declared()).toBe(2);
  });

  test("has to be a short text without spaces", async () => {
    const { token } = await makeApiToken();
    const odd = { "Idempotency-Key": "a b" };
    expect((await askApi("POST /incidents", { token, body, headers: odd })).status).toBe(400);
  });
});
