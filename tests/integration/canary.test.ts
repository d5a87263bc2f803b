import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { composeNoticeMail, noticeReader } from "@/app/outbox/notices";
import { db } from "@/db/client";
import { readSite } from "@/db/queries/public/site";
import { notices, subscribers } from "@/db/schema";
import { keepSite } from "@/lib/status-page/kept-site";
import { confirmationEnvelope, noticeEnvelope } from "@/lib/status-page/notice-envelope";
import { writeFiles } from "@/lib/status-page/write-files";
import { siteFiles } from "@/scripts/status/site-files";
import {
  canariesIn,
  canaryOf,
  emptyColumns,
  escapedFrom,
  HIDDEN_WORLDS,
  NOW,
  openCanaries,
  OPEN_WORLDS,
  plant,
  PUBLIC,
  wordColumns,
} from "../support/canaries";
import { freshDatabase } from "../support/database";

freshDatabase();

const URL_OF_PAGE = "https://status.example.com";
const WORLDS = [...OPEN_WORLDS, ...HIDDEN_WORLDS];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-canary-"));
  for (const world of WORLDS) plant(world);
});
afterEach(() => rmSync(folder, { recursive: true }));

const filesNow = (staleSince: number | undefined) =>
  siteFiles(readSite(URL_OF_PAGE), { now: NOW, staleSince });

/** Every file below a folder, as text. */
const textsIn = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));

const PARTS = ["confirm", "known", "notice"] as const;

/** All that any subscriber could be sent of any notice, without what only they themselves know. */
function messages(): string[] {
  const read = noticeReader(URL_OF_PAGE);
  const links = { own: `${URL_OF_PAGE}/subscribe/own` };
  const each = db()
    .select({ noticeId: notices.id, key: notices.key, subscriberId: subscribers.id })
    .from(notices)
    .innerJoin(subscribers, sql`true`)
    .all();
  return each.flatMap(({ key, ...of }) =>
    PARTS.flatMap((part) => {
      const composed = read(of, part, NOW);
      if (!composed) return [];
      const { site, subscriber } = composed;
      const hook =
        composed.part === "notice"
          ? noticeEnvelope(site, composed.told, key, links)
          : confirmationEnvelope(site, subscriber.token, links);
      const sent = JSON.stringify([composeNoticeMail(composed), hook]);
      return [subscriber.address, subscriber.token, key].reduce(
        (rest, own) => rest.replaceAll(own, ""),
        sent,
      );
    }),
  );
}

describe("a canary", () => {
  test("sits in every column that can hold words, also in one that is new", () => {
    expect(wordColumns().length).toBeGreaterThan(150);
    for (const path of PUBLIC) expect(wordColumns()).toContain(path);
    expect(emptyColumns("open")).toEqual([]);
  });

  test("is seen when it escapes", () => {
    const whole = db().$client.serialize().toString("latin1");
    const hidden = wordColumns().filter((path) => !PUBLIC.includes(path)).length;
    expect(escapedFrom(whole).length).toBeGreaterThan(hidden * HIDDEN_WORLDS.length * 0.8);
    expect(escapedFrom("DESCRIPTION:canary-pri\r\n vate-events-actor")).toEqual([
      canaryOf("private", "events", "actor"),
    ]);
  });

  test.each([
    ["as it is", undefined],
    ["as it was last known", NOW - 60_000],
  ])("escapes into no file of the public site %s", (_, staleSince) => {
    const files = filesNow(staleSince);
    expect(files.length).toBeGreaterThan(50);
    for (const { path, body, type, link = "" } of files) {
      expect(escapedFrom(`${path} ${type} ${link} ${body}`), path).toEqual([]);
    }
  });

  test("escapes into nothing that is kept on disk, or exported", () => {
    keepSite(folder, { site: readSite(URL_OF_PAGE), readAt: NOW });
    writeFiles(join(folder, "export"), filesNow(undefined));
    const texts = textsIn(folder);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.flatMap(escapedFrom)).toEqual([]);
  });

  test("escapes into no mail to subscribers, and no webhook", () => {
    const told = messages().join("\n");
    expect(escapedFrom(told)).toEqual([]);
    expect(told).toContain(canaryOf("open", "public_updates", "body"));
    expect(told).toContain(canaryOf("going", "maintenance_updates", "body"));
  });

  test("is met outside where its text is public", () => {
    const files = filesNow(undefined);
    const pages = files.filter(({ kind }) => kind === "page").map(({ body }) => body);
    const met = new Set(canariesIn(pages.join("\n")));
    expect([...openCanaries()].filter((canary) => !met.has(canary))).toEqual([]);
    for (const path of ["api/v2/incidents.json", "history.atom", "history.rss"]) {
      const body = files.find((file) => file.path === path)?.body ?? "";
      expect(body, path).toContain(canaryOf("open", "public_updates", "body"));
    }
  });
});
