import type { Page } from "@playwright/test";
import { startServer } from "./own-server";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

const base = process.env.TEST_BASE_URL ?? "";

/** Makes a token on the page of whoever is signed in. */
async function makeToken(page: Page, scopes: string[]): Promise<string> {
  await page.getByLabel("Name").fill("A program");
  for (const scope of scopes) await page.getByLabel(scope).check();
  await page.getByRole("button", { name: "Create token" }).click();
  return page.getByLabel("Token", { exact: true }).inputValue();
}

type Sent = { method?: string; body?: unknown; headers?: Record<string, string>; at?: string };

function asked(token: string, path: string, { method, body, headers, at = base }: Sent = {}) {
  return fetch(`${at}/api/v1${path}`, {
    method: method ?? "GET",
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: "manual",
  });
}

test("a token opens the API, until it is revoked, and nothing else does", async ({ page }) => {
  await signIn(page, "responder", "/account/tokens");
  const token = await makeToken(page, ["incidents:read"]);
  expect((await asked(token, "/incidents")).status).toBe(200);
  expect((await page.request.get("/api/v1/incidents")).status()).toBe(401);
  const elsewhere = await fetch(`${base}/incidents`, {
    headers: { Authorization: `Bearer ${token}` },
    redirect: "manual",
  });
  expect(elsewhere.headers.get("location")).toContain("/login");

  await page.goto("/account/tokens");
  const row = page.getByRole("listitem").filter({ hasText: token.slice(-4) });
  await row.getByRole("button", { name: "Revoke A program" }).click();
  await expect(row.getByText("Revoked", { exact: true })).toBeVisible();
  expect((await asked(token, "/incidents")).status).toBe(401);
});

test("the server lets programs change things below /api/v1 and nowhere else", async ({ page }) => {
  const key = importCopy();
  await signIn(page, "responder", "/account/tokens");
  const token = await makeToken(page, ["incidents:read", "incidents:write", "timeline:write"]);
  const path = `/incidents/${key}`;
  const read = await asked(token, path);
  const headers = { "If-Match": read.headers.get("etag") ?? "" };
  const body = { title: "Changed by a program" };
  const changed = await asked(token, path, { method: "PATCH", body, headers });
  expect(changed.status).toBe(200);
  const late = await asked(token, path, { method: "PATCH", body: { title: "Lost" }, headers });
  expect(late.status).toBe(412);

  for (const method of ["PUT", "PATCH", "DELETE"]) {
    const elsewhere = await fetch(`${base}/incidents`, { method });
    expect(elsewhere.status).toBe(405);
    expect(elsewhere.headers.get("allow")).toBe("GET, HEAD, POST");
  }
  const unknown = await asked(token, path, { method: "OPTIONS" });
  expect(unknown.headers.get("content-type")).toBe("application/problem+json");
});

test("bodies that are broken or too large are refused in a problem document", async ({ page }) => {
  await signIn(page, "responder", "/account/tokens");
  const token = await makeToken(page, ["incidents:write"]);
  const send = (body: string) =>
    fetch(`${base}/api/v1/incidents`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body,
    });
  for (const [body, status] of [
    ["{", 400],
    ["[".repeat(100_000), 400],
    [JSON.stringify({ title: "x".repeat(2_000_000) }), 413],
  ] as const) {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect((await answer.json()).status).toBe(status);
  }
});

test("a repeated request acts once, also where the server was killed at the first", async ({
  page,
}) => {
  test.slow();
  const first = await startServer();
  const { dataDir, url } = first;
  await page.goto(`${url}/login?callbackUrl=/account/tokens`);
  await page.getByLabel("Email").fill("responder@demo.example");
  await page.getByLabel("Password", { exact: true }).fill(first.demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/account/tokens");
  const token = await makeToken(page, ["incidents:read", "timeline:write"]);

  const path = "/incidents/INC-2024-0142/timeline";
  const add = (id: string) =>
    asked(token, path, {
      at: url,
      method: "POST",
      body: { description: id },
      headers: { "Idempotency-Key": id },
    });
  const ids = Array.from({ length: 20 }, (_, index) => `repeated-${index}`);
  await add("warm");
  const sent = ids.map((id) => add(id).catch(() => undefined));
  await Promise.any(sent);
  await first.stop("SIGKILL");
  await Promise.all(sent);

  const second = await startServer({ DATA_DIR: dataDir, PORT: new URL(url).port });
  for (const id of ids) expect((await add(id)).status).toBe(201);
  const list = await (await asked(token, `${path}?limit=200`, { at: url })).json();
  const noted = list.items
    .map(({ description }: { description: string }) => description)
    .filter((text: string) => text.startsWith("repeated-"));
  expect(noted.sort()).toEqual(ids.sort());
  await second.stop();
});
