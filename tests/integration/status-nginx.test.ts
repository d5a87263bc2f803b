import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { readSite } from "@/db/queries/public/site";
import { publicIncidents, statusPage } from "@/db/schema";
import { writeFiles } from "@/lib/status-page/write-files";
import { storeSite } from "@/scripts/benchmark-status/store-site";
import { siteFiles } from "@/scripts/status/site-files";
import { freePort } from "@/tests/e2e/own-server";
import { ask } from "@/tests/support/ask";
import { nginxIn, nginxPath, startNginx } from "@/tests/support/nginx";
import { LONG, URL_OF_PAGE } from "@/tests/support/public-site";
import { referenceSite } from "@/tests/support/reference-site";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 }); // threads start slowly on busy machines

const NOW = Date.now();
const site = referenceSite(NOW, { components: 4, active: 1, past: 60 });
const [current, old] = [site.incidents[0]?.id ?? "", site.incidents.at(-1)?.id ?? ""];
const gone = site.incidents[1]?.id ?? "";

let folder = "";
let [portal, front, copy] = [0, 0, 0];
let nginx: Awaited<ReturnType<typeof startNginx>>;
let server: ChildProcess;

const dataDir = () => join(folder, "data");
const exported = () => join(folder, "export");

async function startPortal(): Promise<void> {
  server = spawn(
    process.execPath,
    ["tests/support/public-server.mjs", dataDir(), String(portal), URL_OF_PAGE],
    { stdio: "ignore" },
  );
  // Only when all is prepared an address that is none is said to be none.
  await vi.waitFor(async () => expect((await ask(portal, "/none")).status).toBe(404), LONG);
}

async function killPortal(): Promise<void> {
  server.kill("SIGKILL");
  await once(server, "exit");
}

const textAt = async (port: number, path: string) => (await ask(port, path)).body.toString();

describe.skipIf(!nginxPath)("behind the documented nginx", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "muster-behind-"));
    chmodSync(folder, 0o755);
    [portal, front, copy] = [await freePort(), await freePort(), await freePort()];
    replaceDatabase(openDatabase(databaseFile(dataDir())));
    storeSite(site);
    db().update(statusPage).set({ name: "Acme" }).run();
    db()
      .update(publicIncidents)
      .set({ withdrawnAt: NOW })
      .where(eq(publicIncidents.publicId, gone))
      .run();
    const written = siteFiles(readSite(URL_OF_PAGE), { now: NOW, staleSince: undefined });
    writeFiles(exported(), written);

    const [cache = "", files = ""] = nginxIn("docs/status-page.md");
    nginx = await startNginx([
      cache
        .replace("127.0.0.1:3000", `127.0.0.1:${portal}`)
        .replace("127.0.0.1:8081", `127.0.0.1:${copy}`)
        .replace("server {", `server {\n listen 127.0.0.1:${front};`),
      files.replace("listen 8081", `listen 127.0.0.1:${copy}`).replace("/srv/status", exported()),
    ]);
    await startPortal();
  }, 60_000);

  afterAll(async () => {
    server?.kill("SIGKILL");
    await nginx?.stop();
    replaceDatabase(undefined);
    rmSync(folder, { recursive: true });
  });

  describe("the page", () => {
    test("stays up when the portal is killed, also what nobody had read, and comes back by itself", async () => {
      const read = await ask(front, "/");
      expect(read.status).toBe(200);
      expect(read.body.toString()).toContain("Acme");
      expect((await ask(front, "/api/v2/status.json")).status).toBe(200);
      await killPortal();

      for (const path of ["/", "/api/v2/status.json"]) {
        const again = await ask(front, path);
        expect(again.status, path).toBe(200);
        expect(again.body.length, path).toBeGreaterThan(100);
      }
      expect((await ask(front, "/")).body.equals(read.body)).toBe(true);

      const unread = await ask(front, `/incidents/${current}`);
      expect(unread.status).toBe(200);
      expect(unread.body.toString()).toContain(site.incidents[0]?.title);
      expect((await ask(front, "/incidents/unknown")).status).toBe(404);

      await startPortal();
      expect((await ask(front, `/incidents/${current}.json`)).headers["x-cache-status"]).toBe(
        "MISS",
      );
    });

    test("is kept once for each encoding, whatever else a browser says", async () => {
      const read = (encoding: string) =>
        ask(front, "/history", { headers: { "Accept-Encoding": encoding } });
      const plain = await ask(front, "/history");
      const br = await read("gzip, deflate, br, zstd");
      const gzip = await read("gzip, deflate");
      expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
      expect((await read("br;q=1, gzip")).headers["x-cache-status"]).toBe("HIT");
    });

    test("is not sent again to whoever has it", async () => {
      const { headers } = await ask(front, "/history.atom");
      const again = await ask(front, "/history.atom", {
        headers: { "If-None-Match": String(headers.etag) },
      });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
    });
  });

  describe("an export", () => {
    test.each([
      ["/", "text/html; charset=utf-8"],
      ["/history", "text/html; charset=utf-8"],
      ["/api/v2/summary.json", "application/json; charset=utf-8"],
      ["/history.atom", "application/atom+xml; charset=utf-8"],
      ["/history.rss", "application/rss+xml; charset=utf-8"],
      ["/maintenance.ics", "text/calendar; charset=utf-8"],
      ["/badge.svg", "image/svg+xml; charset=utf-8"],
      [`/incidents/${current}`, "text/html; charset=utf-8"],
      [`/incidents/${current}.json`, "application/json; charset=utf-8"],
      [`/incidents/${current}.md`, "text/markdown; charset=utf-8"],
    ])("serves %s as %s, the same as the portal", async (path, type) => {
      const answer = await ask(copy, path);
      expect(answer.status).toBe(200);
      expect(answer.headers["content-type"]).toBe(type);
      const own = await ask(portal, path);
      expect(own.headers["content-type"]).toBe(type);
      if (type.startsWith("text/html")) expect(answer.body.toString()).toContain("Acme");
      else expect(answer.body.equals(own.body)).toBe(true);
    });

    test.each([
      "/history.atom?kind=incident",
      "/history.atom?utm_source=mail&kind=incident",
      "/history.atom?kind=other",
      "/api/v2/incidents.json?page=2",
      "/api/v2/incidents.json?page=2&_=1",
      "/api/v2/incidents.json?page=99",
      "/api/v2/incidents.json?page=../../secret",
    ])("answers %s as the portal does", async (path) => {
      expect(await textAt(copy, path)).toBe(await textAt(portal, path));
    });

    test("answers what is not there and what is gone as the portal does", async () => {
      for (const path of [
        "/incidents/unknown",
        "/nothing.json",
        "/gone/incidents/x",
        `/gone/incidents/${gone}.html`,
      ]) {
        const answer = await ask(copy, path);
        expect(answer.status, path).toBe(404);
        expect(answer.body.toString(), path).toContain("No page here");
      }
      for (const path of [`/incidents/${gone}`, `/incidents/${gone}.json`]) {
        const answer = await ask(copy, path);
        expect(answer.status, path).toBe(410);
        expect((await ask(portal, path)).status, path).toBe(410);
        expect(answer.body.equals((await ask(portal, path)).body), path).toBe(true);
      }
    });

    test("bears headers that keep it safe, and lets other sites read it", async () => {
      const { headers } = await ask(copy, "/api/v2/summary.json");
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cache-control"]).toContain("stale-if-error");
      expect((await ask(copy, "/")).headers["content-security-policy"]).toContain(
        "frame-ancestors 'none'",
      );
      expect((await ask(copy, "/embed")).headers["content-security-policy"]).toContain(
        "frame-ancestors *",
      );
    });

    test("sends a slash too many away", async () => {
      const { status, headers } = await ask(copy, "/history/");
      expect(status).toBe(301);
      expect(headers.location).toMatch(/\/history$/);
    });
  });
});
