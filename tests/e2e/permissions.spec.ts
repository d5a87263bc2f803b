import { join } from "node:path";
import Database from "better-sqlite3";
import type { Browser } from "@playwright/test";
import { z } from "zod";
import { ACTIONS } from "@/tests/permissions/actions";
import { PUBLIC_FILES } from "@/tests/permissions/files";
import { HANDLERS, type HandlerRow } from "@/tests/permissions/handlers";
import { OPERATION_TABLE } from "@/tests/permissions/operations";
import { PAGES, type Given } from "@/tests/permissions/pages";
import { isAtLeast, SUBJECTS, type Least, type Subject } from "@/tests/permissions/subjects";
import { BUILT_ACTIONS, BUILT_HANDLERS, BUILT_PAGES } from "./build";
import { startServer, type OwnServer } from "./own-server";
import { addressIn, makeWorld } from "./permission-world";
import { expect, test } from "./test";

const ROLES = ["viewer", "responder", "admin"] as const;

let server: OwnServer;
let made: ReturnType<typeof makeWorld>;
const carried: Record<Subject, Record<string, string>> = {
  stranger: {},
  link: {},
  token: {},
  viewer: {},
  responder: {},
  admin: {},
};

test.describe.configure({ timeout: 600_000 }); // thousands of requests
test.beforeAll(async ({ browser }) => {
  server = await startServer({ LOG_LEVEL: "silent", API_REQUESTS_PER_MINUTE: "1000000" });
  made = makeWorld(server);
  carried.token = { Authorization: `Bearer ${made.byRole.admin}` };
  carried.link = { Cookie: await cookieOfLink() };
  for (const role of ROLES) carried[role] = { Cookie: await cookieOf(browser, role) };
});
test.afterAll(() => server.stop());

async function cookieOfLink(): Promise<string> {
  const answer = await fetch(`${server.url}/s/${made.world.link}`, { redirect: "manual" });
  return answer.headers.getSetCookie().map(pairOf).join("; ");
}

const pairOf = (cookie: string) => cookie.split(";", 1)[0] ?? "";

async function cookieOf(browser: Browser, role: string): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/login`);
  await page.getByLabel("Email").fill(`${role}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(server.demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** Asks as somebody, from a page of the portal's own. A stream that does not end is not read. */
async function ask(subject: Subject, at: string, { method = "GET", headers, body }: Asked = {}) {
  const cut = new AbortController();
  const answer = await fetch(server.url + addressIn(made.world, at), {
    method,
    body,
    redirect: "manual",
    signal: cut.signal,
    headers: { Origin: server.url, ...carried[subject], ...headers },
  });
  const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream");
  const text = isStream ? "" : await answer.text();
  if (isStream) cut.abort();
  return { status: answer.status, to: answer.headers.get("location") ?? "", answer, text };
}

type Answered = Awaited<ReturnType<typeof ask>>;

const isAtSignIn = (to: string) => new URL(to, server.url).pathname === "/login";

function givenBy({ status, to }: Answered): Given | number {
  if (status === 200) return "shown";
  if (status === 404) return "nothing";
  if (![303, 307, 308].includes(status)) return status;
  return isAtSignIn(to) ? "sign-in" : "elsewhere";
}

test.describe("the permission table", () => {
  test("names every page, handler and action of the build", () => {
    expect(BUILT_PAGES.filter((page) => !PAGES[page])).toEqual([]);
    const answered = Object.keys(HANDLERS).map((row) => row.replace(/^\w+ /, ""));
    const files = (route: string) => PUBLIC_FILES.some((file) => file.test(route));
    const handlers = BUILT_HANDLERS.filter((route) => !answered.includes(route) && !files(route));
    expect(handlers).toEqual([]);
    expect(BUILT_ACTIONS.map(([, name]) => name).filter((name) => !ACTIONS[name])).toEqual([]);
    expect(BUILT_PAGES.length).toBeGreaterThan(40);
    expect(BUILT_ACTIONS.length).toBeGreaterThan(100);
  });

  test("says what each page gives to whom", async () => {
    const found: Record<string, object> = {};
    const wanted: Record<string, object> = {};
    for (const [route, { at, ...given }] of Object.entries(PAGES)) {
      const seen: Partial<Record<Subject, Given | number>> = {};
      for (const subject of SUBJECTS) {
        const answered = await ask(subject, at);
        seen[subject] = givenBy(answered);
        if (!isAtLeast(subject, "viewer") && given[subject] !== "shown") {
          expect(answered.text, route).not.toContain(made.world.title);
        }
      }
      found[route] = seen;
      wanted[route] = given;
    }
    expect(found).toEqual(wanted);
  });

  test("says whom each handler answers", async () => {
    const found: Record<string, object> = {};
    const wanted: Record<string, object> = {};
    for (const [row, { at, for: whom }] of Object.entries(HANDLERS)) {
      const method = row.split(" ", 1)[0];
      found[row] = await eachSubject(async (subject) =>
        isAnswered(await ask(subject, at, { method })),
      );
      wanted[row] = await eachSubject(async (subject) => isFor(subject, whom));
    }
    expect(found).toEqual(wanted);
  });

  test("leaves out no method: any other is refused", async () => {
    const others: string[] = [];
    for (const route of BUILT_HANDLERS) {
      const at = Object.entries(HANDLERS).find(([row]) => row.endsWith(` ${route}`))?.[1].at;
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        if (!at || HANDLERS[`${method} ${route}`]) continue;
        const { status } = await ask("admin", at, { method });
        if (status !== 405) others.push(`${method} ${route} ${status}`);
      }
    }
    expect(others).toEqual([]);
  });

  test("is of no use to pages of other sites", async () => {
    const foreign: Record<string, string>[] = [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
    ];
    for (const [row, { at, for: whom }] of Object.entries(HANDLERS)) {
      const method = row.split(" ", 1)[0];
      if (method === "GET") continue;
      const subject = whom === "holders" ? "link" : "admin";
      for (const headers of foreign) {
        const { status } = await ask(subject, at, { method, headers });
        expect(status, `${row} ${Object.values(headers)}`).toBe(403);
      }
    }
  });

  test("says who may run each action, and for which one shows first who one is", async () => {
    const found: Record<string, object> = {};
    const wanted: Record<string, object> = {};
    const callAll = async (name: string, id: string, answers: Record<string, string>) => {
      for (const subject of SUBJECTS) answers[subject] = await outcomeOf(subject, id);
      found[name] = answers;
    };
    for (const [id, name] of BUILT_ACTIONS) {
      const least = leastOf(name);
      await callAll(name, id, {});
      wanted[name] = await eachSubject(async (subject) => expectedOutcome(subject, least));
    }
    expect(found).toEqual(wanted);

    forgetProofs();
    const proven: string[] = [];
    for (const [id, name] of BUILT_ACTIONS) {
      if ((await outcomeOf("admin", id)) === "asked for proof") proven.push(name);
    }
    const marked = Object.keys(ACTIONS).filter((name) => ACTIONS[name]?.endsWith(", proven"));
    expect(proven.sort()).toEqual(marked.sort());
  });

  test("says which scope and which role each operation of the API takes", async () => {
    const found: Record<string, unknown> = {};
    for (const { id, method, path } of await readOperations()) {
      const at = `/api/v1${path.replace("{key}", "{incident}").replaceAll(/\{(?!incident)\w+\}/g, "1")}`;
      const isLetIn = async (token?: string) => (await callApi(method, at, token)) !== 403;
      expect(await callApi(method, at), id).toBe(401);
      expect((await ask("admin", at, { method })).status, id).toBe(401);
      const scopes: string[] = [];
      for (const [scope, token] of made.byScope) if (await isLetIn(token)) scopes.push(scope);
      const roles: string[] = [];
      for (const role of ROLES) if (await isLetIn(made.byRole[role])) roles.push(role);
      found[id] = [scopes.join(), roles.join()];
    }
    const wanted = Object.entries(OPERATION_TABLE).map(([id, [scope, least]]) => [
      id,
      [scope, ROLES.filter((role) => isAtLeast(role, least)).join()],
    ]);
    expect(found).toEqual(Object.fromEntries(wanted));
  });
});

/** An answer for each subject, one after the other. */
async function eachSubject<Value>(run: (subject: Subject) => Promise<Value>) {
  const answers: Partial<Record<Subject, Value>> = {};
  for (const subject of SUBJECTS) answers[subject] = await run(subject);
  return answers;
}

const isAnswered = ({ status, to }: Answered) =>
  status < 500 && ![401, 403, 404].includes(status) && !isAtSignIn(to);

function isFor(subject: Subject, whom: HandlerRow["for"]): boolean {
  if (whom === "nobody") return false;
  if (whom === "holders") return subject === "link";
  if (whom === "tokens") return subject === "token";
  return isAtLeast(subject, whom);
}

const LEASTS: Least[] = ["anyone", "viewer", "responder", "admin"];
const leastOf = (name: string) => LEASTS.find((least) => ACTIONS[name]?.startsWith(least));

function expectedOutcome(subject: Subject, least: Least | undefined): string {
  if (least !== undefined && isAtLeast(subject, least)) return "looked at";
  return isAtLeast(subject, "viewer") ? "not permitted" : "signed out";
}

/** What an action says to a value that fits none: it is looked at only for those who may run it. */
async function outcomeOf(subject: Subject, id: string): Promise<string> {
  const headers = { "Next-Action": id, "Content-Type": "text/plain;charset=UTF-8" };
  const asked = await ask(subject, "/incidents", { method: "POST", headers, body: '["nothing"]' });
  const { answer, text, status } = asked;
  if (answer.headers.get("x-action-redirect")?.includes("/account/confirm"))
    return "asked for proof";
  if (text.includes("Please check the form.")) return "looked at";
  if (text.includes("You are signed out.")) return "signed out";
  if (text.includes("You do not have permission")) return "not permitted";
  return `${status} ${text.slice(0, 200)}`;
}

/** As if everybody had signed in long ago. */
function forgetProofs(): void {
  const sqlite = new Database(join(server.dataDir, "muster.db"));
  sqlite.prepare("update sessions set proven_at = 0").run();
  sqlite.close();
}

const documented = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
});

/** Every operation that the portal says it has. */
async function readOperations() {
  const { text } = await ask("stranger", "/api/v1/openapi.json");
  return Object.entries(documented.parse(JSON.parse(text)).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id }]) => ({
      id,
      method: method.toUpperCase(),
      path: path.replace(/^\/api\/v1/, ""),
    })),
  );
}

/** Asks for an operation with a body that fits none, so that nothing is done. */
async function callApi(method: string, at: string, token?: string): Promise<number> {
  const headers = {
    "Content-Type": "application/json",
    ...(token && { Authorization: `Bearer ${token}` }),
  };
  const body = method === "GET" ? undefined : "[]";
  return (await ask("stranger", at, { method, headers, body })).status;
}
