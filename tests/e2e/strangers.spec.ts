import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { APIRequestContext, Page } from "@playwright/test";
import { ROLES } from "@/lib/domain/permissions";
import { ACTIONS } from "@/tests/permissions/actions";
import { HANDLERS } from "@/tests/permissions/handlers";
import { PAGES } from "@/tests/permissions/pages";
import { BUILT_ACTIONS, BUILT_HANDLERS, BUILT_PAGES } from "./build";
import { startServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

/** Nobody's headers, a forged session's, and those of a page that React asks for. */
const DISGUISES: Record<string, string>[] = [
  {},
  { Cookie: "muster-session=forged" },
  { RSC: "1", Cookie: "muster-session=forged" },
];

let server: OwnServer;

test.describe.configure({ mode: "serial" }); // they share a server, and look at all that is stored
test.beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: "silent" });
});
test.afterAll(() => server.stop());

async function signIn(page: Page, who: string) {
  await page.goto(`${server.url}/login`);
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(server.demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

const isForPeople = (route: string) =>
  Object.entries(HANDLERS).some(
    ([row, { for: whom }]) => row.endsWith(` ${route}`) && ROLES.some((role) => role === whom),
  );
/** What only people who signed in are given, as the permission table says. */
const guarded = [
  ...BUILT_PAGES.filter((page) => PAGES[page]?.stranger === "sign-in"),
  ...BUILT_HANDLERS.filter(isForPeople),
];

const actionIds = BUILT_ACTIONS.map(([id]) => id);
/** They change nothing but the viewer's own account, sessions and views. */
const isViewers = (name: string) => /^(?:anyone|viewer)/.test(ACTIONS[name] ?? "");

/** A URL of the route, for the sample incident. */
const urlOf = (route: string) =>
  (
    route
      .replace(/\/\([^)]+\)/g, "")
      .replace("[key]", "INC-2024-0142")
      .replace("[version]", "1")
      .replace(/\[[^\]]+\]/g, "1") || "/"
  ).replace(/\/+/g, "/");

/** Refusals are written down, and are no change. */
const AUDIT = "select * from audit_log where kind <> 'refusal'";

/** A fingerprint of all that is stored, but for when a session was last seen and who tried to sign in. */
function stored(): string {
  const sqlite = new Database(join(server.dataDir, "muster.db"), { readonly: true });
  const tables = sqlite
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all()
    .map(String)
    .filter((name) => !/sessions|attempts|limit|__drizzle/.test(name));
  const hash = createHash("sha256");
  for (const table of tables) {
    const rows = table === "audit_log" ? AUDIT : `select * from "${table}"`;
    hash.update(JSON.stringify(sqlite.prepare(rows).all()));
  }
  sqlite.close();
  return hash.digest("hex");
}

const callAction = (request: APIRequestContext, id: string, path: string, origin: string) =>
  request.post(`${server.url}${path}`, {
    headers: { "Next-Action": id, Origin: origin, "Content-Type": "text/plain;charset=UTF-8" },
    data: "[{}]",
    maxRedirects: 0,
  });

test("the manifests are read: there are pages and actions to walk", () => {
  expect(guarded.length).toBeGreaterThan(8);
  expect(actionIds.length).toBeGreaterThan(10);
});

for (const route of guarded) {
  test(`a stranger is sent to the sign-in by ${route || "/"}`, async ({ request }) => {
    for (const headers of DISGUISES) {
      const address = `${server.url}${urlOf(route)}`;
      const asked = await request.get(address, { headers, maxRedirects: 0 });
      const posted = { headers: { ...headers, Origin: server.url }, maxRedirects: 0 };
      const answer = asked.status() === 405 ? await request.post(address, posted) : asked;
      const body = await answer.text();
      expect(body).not.toContain("Payment Service Degradation");
      expect(body).not.toContain("@company.com");
      const sentAway = [307, 303, 401, 404].includes(answer.status());
      expect(
        sentAway || /NEXT_REDIRECT[^"]*\/login/.test(body),
        `${answer.status()} ${body.slice(0, 200)}`,
      ).toBe(true);
    }
  });
}

test("no action changes anything for a stranger, from any address", async ({ request }) => {
  const before = stored();
  for (const id of actionIds) {
    for (const url of ["/", "/status", "/login", "/nowhere"]) {
      await callAction(request, id, url, server.url);
    }
  }
  expect(stored()).toBe(before);
});

test("a viewer is refused by every action that changes something", async ({ page }) => {
  await signIn(page, "viewer");
  const before = stored();
  for (const [id, name] of BUILT_ACTIONS.filter(([, each]) => !isViewers(each))) {
    const answer = await callAction(page.request, id, "/incidents", server.url);
    expect(await answer.text(), name).toContain("You do not have permission");
  }
  expect(stored()).toBe(before);
});

test("an action called from another site changes nothing", async ({ page }) => {
  await signIn(page, "admin");
  const before = stored();
  for (const id of actionIds)
    await callAction(page.request, id, "/incidents", "https://evil.example");
  expect(stored()).toBe(before);
});
