import { join } from "node:path";
import Database from "better-sqlite3";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { startServer, type OwnServer } from "./own-server";
import { callsFor, NOT_THERE } from "./private-calls";
import {
  addressesFor,
  ASKINGS,
  CANARY,
  COMPANION,
  lasting,
  manifest,
  questionsFor,
  routes,
  wholeOf,
  WORDS,
} from "./private-walk";
import { replaceText } from "./support";
import { expect, test } from "./test";

const PUBLIC_TITLE = "Everybody may read this";

/** A signed-in responder outside of the incident, a viewer, and nobody. */
const OUTSIDERS = ["other", "viewer", "stranger"] as const;
type Person = (typeof OUTSIDERS)[number] | "responder" | "admin";

let server: OwnServer;
let key = "";
let before: Record<string, string[]> = {};
const people = new Map<Person, Page>();

test.describe.configure({ mode: "serial" }); // they tell one story, on one server
test.use({ actionTimeout: 20_000 });
test.setTimeout(120_000);

test.beforeAll(async ({ browser }) => {
  server = await startServer({ LOG_LEVEL: "silent" });
  database((sqlite) =>
    sqlite.exec(`insert into users (email, name, role, password_hash, created_at)
      select 'other@demo.example', 'Olga Other', role, password_hash, created_at
      from users where email = 'responder@demo.example'`),
  );
  for (const who of [...OUTSIDERS, "responder", "admin"] as const) {
    people.set(who, await enter(browser, who));
  }
});
test.afterAll(async () => {
  for (const page of people.values()) await page.context().close();
  await server.stop();
});

function database<T>(ask: (sqlite: Database.Database) => T): T {
  const sqlite = new Database(join(server.dataDir, "muster.db"));
  try {
    return ask(sqlite);
  } finally {
    sqlite.close();
  }
}

async function enter(browser: Browser, who: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  if (who === "stranger") return page;
  await page.goto("/login");
  await page.getByLabel("Email").fill(`${who}@demo.example`);
  await page.getByLabel("Password", { exact: true }).fill(server.demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
  return page;
}

function pageOf(who: Person): Page {
  const page = people.get(who);
  if (!page) throw new Error(`${who} did not come`);
  return page;
}

const COUNTED = [
  "/incidents?view=all",
  "/incidents",
  "/actions",
  "/postmortems",
  "/people",
  "/status",
];

/** Times of day, lengths of time, uptime and what is due go on by themselves. */
const withoutTimes = (text: string) =>
  text
    .replace(/\d\d:\d\d(:\d\d)?/g, "…")
    .replace(/(?:\d+(?:\.\d+)? (?:%|d|h|min|s)\b\s*)+/g, "…")
    .replace(/\d+\.\d\d %/g, "…")
    .replace(/Next update was due/g, "Next update due");

/** What the lists say to someone, as the server sends it, without the times, which go on. */
async function listsOf(who: Person): Promise<string[]> {
  const { request } = pageOf(who).context();
  const texts: string[] = [];
  for (const address of COUNTED) {
    const html = await (await request.get(address)).text();
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    expect(main.length, address).toBeGreaterThan(100);
    texts.push(withoutTimes(main.replace(/<[^>]*>/g, "\n")));
  }
  return texts;
}

test("the lists are read before there is anything private", async () => {
  expect(routes.length).toBeGreaterThan(12);
  before = Object.fromEntries(
    await Promise.all(OUTSIDERS.map(async (who) => [who, await listsOf(who)])),
  );
});

test("a responder declares a private incident and fills all of it", async () => {
  const page = pageOf("responder");
  await page.goto("/incidents/new");
  await page.getByLabel("Title").fill(`The ${WORDS} leaks`);
  await page.getByRole("radio", { name: /SEV2/ }).check();
  await page.getByLabel("Service", { exact: true }).fill(`${CANARY}-api`);
  await page.getByLabel("Also affected").fill(`${COMPANION}-db`);
  await page.getByLabel("Summary").fill(`The ${WORDS} knows`);
  await page.getByRole("combobox", { name: "Commander" }).fill(`Quentin ${CANARY}`);
  await page.getByRole("checkbox", { name: /^Private/ }).check();
  await page.getByRole("button", { name: "Declare SEV2 incident" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(WORDS);
  key = /INC-[\d-]+/.exec(page.url())?.[0] ?? "";
  expect(key).not.toBe("");
  await expect(page.getByText("Private", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("list", { name: "Members" })).toContainText("Grace Okafor");

  const roles = page.locator("#roles");
  await roles.locator("summary").filter({ hasText: "Assign Scribe" }).click();
  await roles.locator("#give-scribe").fill(`Odette ${COMPANION}`);
  await roles.getByRole("button", { name: "Assign Scribe" }).click();
  await expect(roles.getByText(`Odette ${COMPANION}`).first()).toBeVisible();

  await page.goto(`/incidents/${key}/postmortem`);
  await page.getByRole("button", { name: "Start writing" }).click();
  await expect(page.getByRole("textbox", { name: "Postmortem text" })).toBeVisible();
  await page.goto(`/incidents/${key}/postmortem?view=markdown`);
  const field = page.getByLabel("Text, in Markdown");
  await replaceText(field, `## Summary\n\nAbout the ${WORDS}.\n`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Saved .* by Grace Okafor/).first()).toBeVisible();

  await page.goto(`/actions?incident=${key}&add=1`);
  await page.getByLabel("Title").fill(`Feed the ${WORDS}`);
  await page.locator("input[name=owner]").fill(`${CANARY}@company.com`);
  await page.getByRole("button", { name: "Add action item" }).click();
  await expect(page.getByRole("article", { name: /Feed the/ })).toBeVisible();

  await write(page, [
    ["addEventAction", { key, type: "investigation", description: `Seen by the ${WORDS}` }],
    ["postUpdateAction", { key, audience: "internal", message: `Told the ${WORDS}` }],
  ]);
  attachPicture();
});

/** A picture of the first event, as the form for pictures stores it. */
function attachPicture(): void {
  database((sqlite) => {
    sqlite
      .prepare(
        `insert into files (incident_id, public_id, name, media_type, bytes, uploaded_by, created_at)
         select id, 'quetzal-okapi-file', ?, 'image/png', x'89504e47', 'Grace Okafor', 0
         from incidents where key = ?`,
      )
      .run(`${CANARY}.png`, key);
    sqlite
      .prepare(
        `insert into event_links (event_id, file_id, title, added_by, added_at)
         select events.id, files.id, ?, 'Grace Okafor', 0 from events, files, incidents
         where events.incident_id = incidents.id and files.incident_id = incidents.id
         and events.seq = 1 and key = ?`,
      )
      .run(WORDS, key);
  });
}

type Stream = { text: () => string; end: () => void };

/** Reads the live stream as it comes over the wire, for pages at these addresses. */
async function listen(who: Person, on: string[]): Promise<Stream[]> {
  const cookies = await pageOf(who).context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return Promise.all(
    on.map(async (path) => {
      const control = new AbortController();
      const answer = await fetch(`${server.url}/api/live?on=${encodeURIComponent(path)}`, {
        headers: { cookie },
        signal: control.signal,
      });
      expect(answer.status).toBe(200);
      let heard = "";
      void answer.body
        ?.pipeThrough(new TextDecoderStream())
        .pipeTo(new WritableStream({ write: (text) => void (heard += text) }))
        .catch(() => undefined);
      return { text: () => heard, end: () => control.abort() };
    }),
  );
}

/** The newest item of an incident. */
const itemOf = (incident: string) =>
  database((sqlite) =>
    Number(
      sqlite
        .prepare(
          "select max(item.id) from action_items item join incidents on incidents.id = incident_id where key = ?",
        )
        .pluck()
        .get(incident),
    ),
  );

type Call = [name: string, input: Record<string, unknown>];

function actionIds(name: string): string[] {
  const { node } = manifest("server-reference-manifest.json");
  const ids = Object.keys(node).filter((id) => node[id].exportedName === name);
  expect(ids, name).not.toEqual([]);
  return ids;
}

const call = (request: APIRequestContext, id: string, input: Record<string, unknown>) =>
  request.post("/incidents", {
    headers: {
      "Next-Action": id,
      Origin: server.url,
      "Content-Type": "text/plain;charset=UTF-8",
    },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  });

async function write(page: Page, calls: Call[]): Promise<void> {
  for (const [name, input] of calls) {
    for (const id of actionIds(name)) {
      const answer = await call(page.request, id, input);
      expect(answer.status(), name).toBeLessThan(400);
      expect(await answer.text(), name).not.toContain('"ok":false');
    }
  }
}

for (const who of OUTSIDERS) {
  test(`the ${who} meets the canary on no page and in no handler`, async () => {
    const { request } = pageOf(who).context();
    for (const address of [...addressesFor(key, itemOf(key)), ...questionsFor(key)]) {
      for (const headers of ASKINGS) {
        const answer = await request.get(address, { headers, maxRedirects: 0 });
        const whole = (await wholeOf(answer)).toLowerCase();
        const asking = `${address} ${JSON.stringify(headers)}`;
        expect(answer.status(), asking).toBeLessThan(500);
        expect(whole, asking).not.toContain(COMPANION);
        if (!address.includes(CANARY)) expect(whole, asking).not.toContain(CANARY);
        if (!address.includes(key)) expect(whole, asking).not.toContain(key.toLowerCase());
      }
    }
    const [file, none] = [
      await request.get("/files/quetzal-okapi-file", { maxRedirects: 0 }),
      await request.get("/files/quetzal-okapi-none", { maxRedirects: 0 }),
    ];
    expect(file.status()).toBeGreaterThan(300);
    expect(await lasting(file, "okapi-file")).toBe(await lasting(none, "okapi-none"));
  });

  test(`the ${who} finds every list as it was before`, async () => {
    expect(await listsOf(who)).toEqual(before[who]);
  });
}

test("its address answers to the byte like one that never was", async () => {
  const unknown = key.replace(/\d{4}$/, "9999");
  for (const who of ["other", "viewer"] as const) {
    const { request } = pageOf(who).context();
    const item = itemOf(key);
    const addresses = addressesFor(key, item).filter((address) => address.includes(key));
    expect(addresses.length).toBeGreaterThan(4);
    const asked = addresses.map((address) => ({ address, word: key, other: unknown }));
    const page = { word: `AI-${item}`, other: `AI-${item + 1000}` };
    for (const { address, word, other } of [
      ...asked,
      { ...page, address: `/actions/${page.word}` },
    ]) {
      for (const headers of ASKINGS) {
        const [hidden, missing] = [
          await request.get(address, { headers, maxRedirects: 0 }),
          await request.get(address.replace(word, other), { headers, maxRedirects: 0 }),
        ];
        const asking = `${address} ${JSON.stringify(headers)}`;
        expect(hidden.status(), asking).toBe(missing.status());
        expect(await lasting(hidden, word), asking).toEqual(await lasting(missing, other));
      }
    }
  }
});

test("every action answers as for a key that never was, and changes nothing", async () => {
  const unknown = key.replace(/\d{4}$/, "9999");
  const item = itemOf(key);
  const [hiddenCalls, missingCalls] = [callsFor(key, item), callsFor(unknown, item + 1000)];
  const { request } = pageOf("other").context();
  const unchanged = stored();

  const { node } = manifest("server-reference-manifest.json");
  for (const id of Object.keys(node)) {
    const name: string = node[id].exportedName;
    if (name === "signOutAction") continue;
    const hidden = await (await call(request, id, hiddenCalls[name] ?? { key })).text();
    const missing = await (await call(request, id, missingCalls[name] ?? { key: unknown })).text();
    if (hiddenCalls[name]) expect(hidden, name).toMatch(NOT_THERE);
    expect(hidden.toLowerCase(), name).not.toMatch(/quetzal|okapi/);
    expect(hidden.replaceAll(key, "KEY"), name).toBe(missing.replaceAll(unknown, "KEY"));
  }
  const linked = { key: "INC-2024-0142", other: key };
  for (const name of ["linkIncidentsAction", "unlinkIncidentsAction", "mergeIncidentAction"]) {
    for (const id of actionIds(name)) {
      const answers = [linked, { ...linked, other: unknown }].map(async (input) =>
        (await (await call(request, id, input)).text()).replaceAll(input.other, "KEY"),
      );
      const [hidden, missing] = await Promise.all(answers);
      expect(hidden, name).toBe(missing);
    }
  }
  expect(stored()).toBe(unchanged);
});

/** Everything that is stored but for sessions, sign-ins, and that somebody was refused something. */
function stored(): string {
  return database((sqlite) => {
    const tables = sqlite
      .prepare("select name from sqlite_schema where type = 'table' and sql not like '%virtual%'")
      .pluck()
      .all()
      .map(String)
      .filter((name) => !/sessions|attempts|^search_|^sqlite_|__drizzle/.test(name));
    return JSON.stringify(
      tables.map((table) => {
        const changes = table === "audit_log" ? "where kind <> 'refusal'" : "";
        return [table, sqlite.prepare(`select * from "${table}" ${changes}`).all()];
      }),
    );
  });
}

test("a record of its id is refused without a word of it", async () => {
  const page = pageOf("other");
  const record = {
    incident: {
      id: key,
      title: "Mine",
      severity: "SEV4",
      status: "investigating",
      declared_at: "2026-01-05T10:00:00Z",
    },
  };
  await page.goto("/import");
  await page.getByLabel("Incident record").setInputFiles({
    name: "record.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(record)),
  });
  await page
    .getByRole("button", { name: "See what it holds" })
    .click({ timeout: 5000 })
    .catch(() => undefined);
  await expect(page.getByText(`The id ${key} is taken.`).first()).toBeVisible();
  expect((await page.content()).toLowerCase()).not.toMatch(/quetzal|okapi/);
});

test("its people and admins see all of it", async () => {
  for (const who of ["responder", "admin"] as const) {
    const { request } = pageOf(who).context();
    for (const address of [
      `/incidents/${key}`,
      `/incidents/${key}/handover`,
      `/incidents/${key}/postmortem`,
      `/incidents/${key}/postmortem/publish`,
      `/incidents/${key}/postmortem/print`,
      `/incidents/${key}/postmortem/export`,
      `/incidents/${key}/export?postmortem=1`,
      `/incidents/${key}/export`,
      "/incidents",
      `/incidents?view=all&text=${COMPANION}`,
      "/actions",
      "/postmortems?view=written",
    ]) {
      expect((await (await request.get(address)).text()).toLowerCase(), address).toContain(CANARY);
    }
  }
});

test("what people write there while it runs is told to its own people alone", async () => {
  const listeners = await Promise.all(
    (["other", "viewer", "admin"] as const).map((who) =>
      listen(who, ["/incidents", `/incidents/${key}`]),
    ),
  );
  const page = pageOf("responder");
  await write(page, [
    ["addEventAction", { key, type: "investigation", description: `Seen again by the ${WORDS}` }],
    ["changeStatusAction", { key, status: "identified", seenStatus: "investigating" }],
  ]);
  await page.goto("/incidents/new");
  await page.getByLabel("Title").fill(PUBLIC_TITLE);
  await page.getByRole("button", { name: /^Declare/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(PUBLIC_TITLE);
  const publicKey = /INC-[\d-]+/.exec(page.url())?.[0] ?? "";

  const [other = [], viewer = [], admin = []] = listeners;
  for (const stream of [...other, ...viewer, ...admin]) {
    await expect.poll(stream.text, { timeout: 10_000 }).toContain(publicKey);
    stream.end();
  }
  for (const stream of [...other, ...viewer]) {
    expect(stream.text()).not.toContain(key);
    expect(stream.text().toLowerCase()).not.toMatch(/quetzal|okapi/);
  }
  for (const stream of admin) expect(stream.text()).toContain(key);
});

test("it is neither shared nor published before it is visible, and then to all who sign in", async () => {
  const page = pageOf("responder");
  await page.goto(`/incidents/${key}/share`);
  await expect(page.getByText(/is private/).first()).toBeVisible();
  const [shareId = ""] = actionIds("createShareLinkAction");
  const link = { key, label: "x", days: 1, wording: "names" };
  const shared = await call(page.request, shareId, link);
  expect(await shared.text()).toContain("is private");

  await page.goto(`/incidents/${key}`);
  await page.getByRole("button", { name: "Make visible to everyone" }).click();
  await expect(page.getByText("Everyone who signs in.", { exact: true })).toBeVisible();
  const other = pageOf("other");
  await other.goto(`/incidents/${key}`);
  await expect(other.getByRole("heading", { level: 1 })).toContainText(WORDS);
  await other.goto("/people");
  await expect(other.getByText(`Quentin ${CANARY}`)).toBeVisible();
});
