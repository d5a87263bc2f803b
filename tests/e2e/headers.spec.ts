import { requestOf, send } from "./raw";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

const base = process.env.TEST_BASE_URL ?? "";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const ANSWERS: [string, string][] = [
  ["the sign-in page", "/login"],
  ["a way to the sign-in", "/incidents"],
  ["an address that is not there", "/nothing"],
  ["a share link that does not work", "/s/nothing"],
  ["a shared page without its link", "/s/view/nothing"],
  ["a style sheet", "/s/plain.css"],
  ["an icon", "/icon.svg"],
  ["a handler", "/api/health"],
  ["a handler that is not there", "/api/nothing"],
  ["a session asked for by script", "/api/auth/session"],
  ["the API without a token", "/api/v1/incidents"],
  ["an address that the API does not have", "/api/v1/no/such/thing"],
  ["the API's document", "/api/v1/openapi.json"],
  ["the door for assistants", "/api/mcp"],
  ["a file that was not built", "/_next/static/nothing.js"],
  ["a trailing slash", "/login/"],
  ["an image service that is off", "/_next/image?url=%2Fa.png&w=64&q=75"],
  ["a broken address", "/%ff"],
];

for (const [what, path] of ANSWERS) {
  test(`${what} carries every header`, async () => {
    const { headers, status } = await send(base, requestOf(`GET ${path}`));
    expect(status).toBeLessThan(500);
    for (const [name, value] of Object.entries(EVERYWHERE)) {
      expect(headers.get(name), name).toBe(value);
    }
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toContain("'unsafe-");
    expect(headers.get("referrer-policy")).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.has("x-powered-by")).toBe(false);
    expect(headers.has("strict-transport-security")).toBe(false);
  });
}

for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) {
  test(`a refused ${method} carries every header`, async () => {
    for (const path of ["/incidents", "/api/v1/incidents", "/api/live", "/api/mcp"]) {
      const { headers, status } = await send(base, requestOf(`${method} ${path}`));
      expect(status, path).toBeGreaterThanOrEqual(method === "POST" ? 200 : 400);
      expect(status, path).toBeLessThan(500);
      for (const [name, value] of Object.entries(EVERYWHERE)) {
        expect(headers.get(name), `${path} ${name}`).toBe(value);
      }
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
  });
}

test("a badge may use its own colours, and nothing else", async () => {
  const { headers, status } = await send(base, requestOf("GET /status/badge.svg"));
  expect(status).toBe(200);
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

for (const path of ["/status", "/status/", "/status/history", "/status/incidents/nothing"]) {
  test(`the public site's ${path} takes nothing from elsewhere, and may be kept by caches`, async () => {
    const { headers, status } = await send(base, requestOf(`GET ${path}`));
    expect(status).toBe(path.endsWith("nothing") ? 404 : 200);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("cache-control")).toContain("stale-if-error=86400");
    expect(headers.has("set-cookie")).toBe(false);
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe");
  });
}

test("a built file carries every header, and may be kept", async ({ page }) => {
  await page.goto("/login");
  const script = await page.locator("script[src]").first().getAttribute("src");
  const { headers, status } = await send(base, requestOf(`GET ${script}`));
  expect(status).toBe(200);
  for (const [name, value] of Object.entries(EVERYWHERE)) expect(headers.get(name)).toBe(value);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("cache-control")).toContain("immutable");
});

test("each page gets scripts by a nonce of its own", async () => {
  const nonces = new Set<string>();
  for (let i = 0; i < 3; i += 1) {
    const { headers, body } = await send(base, requestOf("GET /login"));
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? "";
    expect(nonce).toHaveLength(24);
    const scripts = body.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("no page of the portal breaks its own policy", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  const key = importCopy();
  await signIn(page, "admin");
  for (const path of [
    "/incidents",
    `/incidents/${key}`,
    `/incidents/${key}/postmortem`,
    `/incidents/${key}/share`,
    "/incidents/new",
    "/actions",
    "/people",
    "/teams",
    "/teams/payments",
    "/postmortems",
    "/import",
    "/status",
  ]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  expect(broken).toEqual([]);
});

test("what a signed-in person sees is kept by no cache", async ({ page }) => {
  await signIn(page, "viewer");
  for (const path of [
    "/incidents",
    "/incidents/INC-2024-0142",
    "/incidents/INC-2024-0142/export",
  ]) {
    const kept = (await page.request.get(path)).headers()["cache-control"];
    expect(kept, path).toMatch(/no-store/);
  }
});

test("the session's cookie is out of the reach of scripts and other sites", async ({ page }) => {
  await signIn(page, "viewer");
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === "muster-session")).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
  });
  expect(await page.evaluate(() => document.cookie)).not.toContain("muster-session");
});
