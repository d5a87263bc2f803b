import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { databaseFile, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { canaryOf, escapedFrom, HIDDEN_WORLDS, OPEN_WORLDS, plant } from "@/tests/support/canaries";
import { startServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

/** How strangers ask: as a browser, as React, as a program. */
const DISGUISES: Record<string, string>[] = [
  {},
  { RSC: "1", "Next-Router-Prefetch": "1" },
  { Accept: "application/json" },
];
const ENDINGS = ["", ".json", ".md", ".atom", ".rss", ".ics"];
/** What no page links to, and what is for people who are signed in. */
const MORE = [
  "/",
  "/login",
  "/nowhere",
  "/incidents",
  `/incidents/${canaryOf("open", "incidents", "key")}`,
  `/s/${canaryOf("open", "share_links", "token_hash")}`,
  "/api/health",
  "/api/ready",
  "/api/auth/session",
  "/api/auth/providers",
  "/status/subscribe",
  "/status/subscribe/unknown",
  "/status/subscribe/unknown/leave",
  "/status/sitemap.xml",
  "/status/robots.txt",
  "/status/site.json",
  ...["summary", "status", "components", "incidents", "scheduled-maintenances"].flatMap((name) => [
    `/status/api/v2/${name}.json`,
    `/status/api/v3/${name}`,
    `/status/api/v3/${name}.json`,
  ]),
  ...[...OPEN_WORLDS, ...HIDDEN_WORLDS].flatMap(({ name }) =>
    ["i", "m"].flatMap((letter) =>
      ENDINGS.map((end) => `/status/incidents/${idOf(letter, name)}${end}`),
    ),
  ),
];

let server: OwnServer | undefined;

test.describe.configure({ mode: "serial" }); // they share a server
test.beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "muster-canary-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  for (const world of [...OPEN_WORLDS, ...HIDDEN_WORLDS]) plant(world);
  replaceDatabase(undefined);
  server = await startServer({ DATA_DIR: dataDir, DEMO: "0", LOG_LEVEL: "silent" });
});
test.afterAll(() => server?.stop());

const origin = () => server?.url ?? "";

function idOf(letter: string, world: string): string {
  return `${letter}${world}${"0".repeat(12)}`.slice(0, 12);
}

/** The addresses on the public page's place that a text links to. */
function linksIn(text: string, from: string): string[] {
  const found = text.matchAll(/(?:href|src)="([^"#]+)|<loc>([^<]+)|"(?:url|shortlink)":"([^"]+)"/g);
  return [...found].flatMap(([, attribute, place, address]) => {
    const link = (attribute ?? place ?? address ?? "").replaceAll("&amp;", "&");
    if (!URL.canParse(link, `${origin()}${from}`)) return [];
    const { host, pathname, search } = new URL(link, `${origin()}${from}`);
    const isPublic = host === new URL(origin()).host && pathname.startsWith("/status");
    return isPublic ? [pathname + search] : [];
  });
}

async function ask(request: APIRequestContext, path: string, headers: Record<string, string>) {
  const answer = await request.get(`${origin()}${path}`, { headers, maxRedirects: 0 });
  const text = (await answer.body()).toString("latin1");
  return {
    text,
    all: `${JSON.stringify(answer.headersArray())}\n${text}`,
    status: answer.status(),
  };
}

test("no canary escapes to strangers, wherever they go and however they ask", async ({
  request,
}) => {
  const published = () => ask(request, "/status", {}).then(({ text }) => text);
  await expect
    .poll(published, { timeout: 30_000 })
    .toContain(canaryOf("open", "status_page", "name"));

  const waiting = ["/status", ...MORE];
  const seen = new Set(waiting);
  for (const path of waiting) {
    for (const headers of DISGUISES) {
      const { text, all } = await ask(request, path, headers);
      const asked = path.includes("canary-")
        ? all.replaceAll(path.split("/").at(-1) ?? "", "")
        : all;
      expect(escapedFrom(asked), `${path} ${JSON.stringify(headers)}`).toEqual([]);
      for (const link of linksIn(text, path)) {
        if (seen.has(link)) continue;
        seen.add(link);
        waiting.push(link);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(100);
});

test("what is hidden is answered as what never was", async ({ request }) => {
  for (const end of ENDINGS) {
    const unknown = await ask(request, `/status/incidents/aaaaaaaaaaaa${end}`, {});
    expect(unknown.status).toBe(404);
    for (const name of ["private", "drill", "unsaid"]) {
      const hidden = await ask(request, `/status/incidents/${idOf("i", name)}${end}`, {});
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(unknown.text);
    }
  }
});
