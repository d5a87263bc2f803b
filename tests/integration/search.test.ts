import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { editActionItem } from "@/db/mutations/action-item-edits";
import { addEvent } from "@/db/mutations/events";
import { importRecord } from "@/db/mutations/import";
import { savePostmortem } from "@/db/mutations/postmortems";
import { removeDemo } from "@/db/mutations/removal";
import { search } from "@/db/queries/search";
import { actionItems, events, incidents } from "@/db/schema";
import { MOST_MATCHES, type SearchKind } from "@/lib/domain/search";
import { checkSearchIndexes } from "@/tests/support/check-search";
import { freshDatabase } from "@/tests/support/database";
import { makeRecord, makeViewer, sampleRecord } from "@/tests/support/make";
import { makeIncident, NOON } from "@/tests/support/make-incident";
import { makeUser } from "@/tests/support/make-user";

freshDatabase();

const ask = (text: string, kinds?: SearchKind[], viewer = makeViewer()) =>
  search(viewer, { text, kinds, page: 1, perPage: 20 });

const hitsOf = (text: string, kind: SearchKind) => ask(text, [kind])[0]?.hits ?? [];
const titlesOf = (text: string, kind: SearchKind = "incident") =>
  hitsOf(text, kind).map(({ title }) => title);

const importSample = (options = {}) => importRecord(makeViewer(), sampleRecord(), options);

describe("search", () => {
  test("leads to the very place of what was found", () => {
    importSample();
    const key = "INC-2024-0142";
    savePostmortem(makeViewer(), { key, body: "The pool was exhausted.", baseVersion: 0 });
    const places = (text: string) => ask(text).flatMap(({ hits }) => hits.map(({ href }) => href));

    expect(places("INC-2024-0142")).toEqual([`/incidents/${key}`]);
    expect(places('"p99 latency"')).toEqual([`/incidents/${key}?event=3#e-3`]);
    expect(places("pool exhausted")).toContain(`/incidents/${key}/postmortem`);
    const item = db().select({ id: actionItems.id, title: actionItems.title }).from(actionItems);
    const { id, title } = item.get() ?? {};
    expect(places(`"${title}"`)).toContain(`/actions/AI-${id}`);
    expect(ask("bridge jane").map(({ kind }) => kind)).toEqual(["communication"]);
  });

  test("shows where the words stand", () => {
    makeIncident({ title: "Checkout is slow in the café" });
    expect(hitsOf("cafe slow", "incident")[0]?.excerpt).toEqual([
      { text: "Checkout is ", isMatch: false },
      { text: "slow", isMatch: true },
      { text: " in the ", isMatch: false },
      { text: "café", isMatch: true },
    ]);
  });

  test.each([
    ["check", true],
    ["CHECKOUT", true],
    ["slow checkout", true],
    ["heckout", false],
    ["checkout fast", false],
    ['"is slow"', true],
    ['"slow is"', false],
    ["checkout OR nothing", false],
    ["-checkout", true],
    ["title:checkout", false],
  ])("answers %j with the incident: %s", (text, isFound) => {
    makeIncident({ title: "Checkout is slow" });
    expect(titlesOf(text)).toHaveLength(isFound ? 1 : 0);
  });

  test.each([
    '"'.repeat(10_000),
    "a".repeat(10_000),
    "NEAR(".repeat(2000),
    '" OR rowid > 0 --'.repeat(600),
    "* ".repeat(5000),
    "\u0000'\"\\%_;".repeat(1200),
    "é\u0301\ud800".repeat(2500),
    "a-".repeat(5000),
  ])("answers 10,000 hostile characters: %#", (text) => {
    makeIncident({ title: "Checkout is slow" });
    expect(() => ask(text)).not.toThrow();
  });

  test("finds nothing where nothing is asked", () => {
    makeIncident();
    expect(ask("  ")).toEqual([]);
  });

  test("puts the incident whose key it is before those that mention it", () => {
    const key = makeIncident({ title: "Checkout is slow" });
    makeIncident({ title: `Like ${key}, but worse than ${key}` });
    expect(titlesOf(key)[0]).toBe("Checkout is slow");
  });

  test("finds a word as a whole before it finds what it begins", () => {
    const key = makeIncident();
    const add = (description: string) =>
      addEvent(makeViewer(), { key, type: "investigation", description, at: NOON });
    add("The pool is empty");
    for (let n = 0; n < 3; n += 1) add("The poolside is wet");
    const found = hitsOf("pool", "event").map(({ excerpt }) => excerpt[1]?.text);
    expect(found).toEqual(["pool", "poolside", "poolside", "poolside"]);
  });

  test("gives pages of each kind, and counts as far as it ranks", () => {
    const key = makeIncident();
    const { id: incidentId } = db().select({ id: incidents.id }).from(incidents).get() ?? { id: 0 };
    const rows = Array.from({ length: MOST_MATCHES + 5 }, (_, index) => ({
      incidentId,
      seq: index + 100,
      ordinal: index + 100,
      at: NOON,
      timestamp: "2026-01-05T12:00:00Z",
      description: "The kettle boils",
      origin: "import" as const,
    }));
    for (const row of rows) db().insert(events).values(row).run();

    const page = (number: number) =>
      search(makeViewer(), { text: "kettle", kinds: ["event"], page: number, perPage: 20 })[0];
    expect(page(1)).toMatchObject({ kind: "event", count: MOST_MATCHES });
    expect(page(1)?.hits[0]).toMatchObject({ key, href: `/incidents/${key}?event=1104#e-1104` });
    expect(page(50)?.hits).toHaveLength(20);
    expect(page(51)?.hits).toEqual([]);
  });

  test("knows nothing of a private incident for those outside it", async () => {
    const userId = await makeUser();
    const member = makeViewer({ userId });
    const outsider = makeViewer({ userId: 99 });
    importSample();
    savePostmortem(member, { key: "INC-2024-0142", body: "A canary sang.", baseVersion: 0 });
    db().update(incidents).set({ isPrivate: true }).run();

    for (const text of ["INC-2024-0142", "canary", "payment", "gateway", "bridge", "add"]) {
      expect(ask(text, undefined, outsider)).toEqual([]);
      expect(ask(text, undefined, makeViewer({ role: "admin" })).length).toBeGreaterThan(0);
    }
    db().$client.exec(
      `insert into incident_members (incident_id, user_id, added_by, added_at) values (1, ${userId}, 'Grace', 0)`,
    );
    expect(ask("canary sang", undefined, member)).toHaveLength(1);
  });
});

describe("the full-text indexes", () => {
  test("follow an import, its replacement and an edit", () => {
    importSample();
    checkSearchIndexes();
    expect(titlesOf("degradation")).toHaveLength(1);

    const record = sampleRecord();
    record.incident.title = "Payment Service Recovery";
    record.events = record.events?.slice(0, 3);
    record.communications = [];
    importRecord(makeViewer(), record, { replace: true });
    checkSearchIndexes();
    expect(titlesOf("degradation")).toEqual([]);
    expect(titlesOf("recovery")).toHaveLength(1);

    const item = db().select().from(actionItems).get();
    const { id = 0, version = 0 } = item ?? {};
    const { deadline } = item ?? {};
    const words = { title: "Train a falcon", owner: "Merlin", deadline: deadline ?? "" };
    editActionItem(makeViewer(), { id, version, ...words });
    checkSearchIndexes();
    expect(hitsOf("falcon merlin", "action")).toHaveLength(1);
  });

  test("follow a postmortem from version to version", () => {
    const key = makeIncident();
    savePostmortem(makeViewer(), { key, body: "The heron slept.", baseVersion: 0 });
    savePostmortem(makeViewer(), { key, body: "The stork slept.", baseVersion: 1 });
    checkSearchIndexes();
    expect(hitsOf("heron", "postmortem")).toEqual([]);
    expect(hitsOf("stork", "postmortem")).toHaveLength(1);
  });

  test("forget an incident with all that belonged to it", () => {
    importSample({ isDemo: true });
    savePostmortem(makeViewer(), { key: "INC-2024-0142", body: "A gateway.", baseVersion: 0 });
    importRecord(makeViewer(), makeRecord());
    removeDemo("Grace");
    checkSearchIndexes();
    expect(ask("gateway")).toEqual([]);
    expect(titlesOf("checkout")).toHaveLength(1);
  });

  test("take nothing from an import that was refused", () => {
    expect(() =>
      importRecord(makeViewer(), {
        ...makeRecord(),
        events: [{ timestamp: "yesterday" }],
      } as never),
    ).toThrow();
    checkSearchIndexes();
    expect(ask("checkout")).toEqual([]);
  });
});
