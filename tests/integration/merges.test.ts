import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db, replaceDatabase } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { mergeIncident, undoMerge } from "@/db/mutations/merges";
import { removeDemo } from "@/db/mutations/removal";
import { publishCommunication } from "@/db/mutations/status-page";
import { postUpdate } from "@/db/mutations/updates";
import { openDatabase } from "@/db/open";
import { findMerge, listDuplicates } from "@/db/queries/merges";
import { auditLog, events, incidentMembers, incidents } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeCommunication } from "../support/make-publication";
import { makeUser } from "../support/make-user";

freshDatabase();

const grace = makeViewer();
const admin = makeViewer({ userId: 9, name: "Ada", role: "admin" });
const MINUTE = 60_000;
const rowOf = (key: string) => db().select().from(incidents).where(eq(incidents.key, key)).get();
const idOf = (key: string) => rowOf(key)?.id ?? 0;
const change = (key: string, to: Partial<typeof incidents.$inferInsert>) =>
  db().update(incidents).set(to).where(eq(incidents.key, key)).run();
const told = (key: string) =>
  db()
    .select()
    .from(events)
    .where(eq(events.incidentId, idOf(key)))
    .orderBy(asc(events.seq))
    .all()
    .slice(1);
const merge = (key: string, other: string, viewer = grace, now = NOON) =>
  mergeIncident(viewer, { key, other }, now);
const seen = (key: string) => ({ key, seenMergedAt: rowOf(key)?.mergedAt ?? 0 });

const two = () => [makeIncident(), makeIncident({ title: "Card payments fail" })] as const;

describe("mergeIncident", () => {
  test("stores into what, when and by whom, and each side shows it", () => {
    const [a, b] = two();
    merge(a, b);
    expect(rowOf(a)).toMatchObject({ mergedIntoId: idOf(b), mergedAt: NOON, mergedBy: "Grace" });
    expect(findMerge(grace, idOf(a))).toEqual({
      at: NOON,
      by: "Grace",
      into: { key: b, title: "Card payments fail" },
    });
    expect(listDuplicates(grace, idOf(b))).toMatchObject([{ key: a, mergedBy: "Grace" }]);
    expect(findMerge(grace, idOf(b))).toBeUndefined();
  });

  test("tells both timelines and the audit log", () => {
    const [a, b] = two();
    merge(a, b);
    expect(told(a)).toMatchObject([
      { type: "merge", origin: "system", actor: "Grace", metadata: { incident: b } },
    ]);
    expect(told(a)[0]?.description).toBe(`Merged into ${b}, of which this is a duplicate.`);
    expect(told(b)[0]?.description).toBe(`A duplicate was merged into this incident: ${a}.`);
    const audits = db().select().from(auditLog).where(eq(auditLog.action, "incident:merge")).all();
    expect(audits.map(({ incidentId }) => incidentId)).toEqual([idOf(a), idOf(b)]);
  });

  test("merges once, however often it is said", () => {
    const [a, b] = two();
    merge(a, b);
    merge(a, b, admin, NOON + MINUTE);
    expect(rowOf(a)).toMatchObject({ mergedAt: NOON, mergedBy: "Grace" });
    expect(told(b)).toHaveLength(1);
  });

  test("refuses itself, a second merge, a chain at either end, and a turn around", () => {
    const [a, b] = two();
    const c = makeIncident({ title: "Third" });
    expect(() => merge(a, a)).toThrow(`${a} cannot be a duplicate of itself.`);
    merge(a, b);
    expect(() => merge(a, c)).toThrow(`${a} was merged into ${b} already.`);
    expect(() => merge(c, a)).toThrow(`Merge ${c} into ${b} instead.`);
    expect(() => merge(b, c)).toThrow(`${a} was merged into ${b}. Undo that first`);
    expect(() => merge(b, a)).toThrow("To turn it around, undo that merge first.");
    merge(c, b);
    expect(listDuplicates(grace, idOf(b)).map(({ key }) => key)).toEqual([a, c]);
  });

  test("keeps private ones and drills apart from others", () => {
    const [a, b] = two();
    change(a, { isPrivate: true });
    expect(() => merge(b, a)).toThrow("No incident is called");
    expect(() => merge(b, a, admin)).toThrow("is private and");
    change(a, { isPrivate: false, isDrill: true });
    expect(() => merge(a, b)).toThrow("is a drill and");
  });

  test("leaves nobody waiting on the status page", () => {
    const [a, b] = two();
    publishCommunication(grace, makeCommunication(idOf(a)).id, "investigating");
    expect(() => merge(a, b)).toThrow(`Outsiders follow ${a} on the status page`);
    merge(b, a);
    undoMerge(grace, seen(b));
    publishCommunication(grace, makeCommunication(idOf(a)).id, "resolved");
    merge(a, b);
  });

  test("closes the incident for updates, events and its end, with words", () => {
    const [a, b] = two();
    merge(a, b);
    const words = `${a} was merged into ${b}. Write there, or undo the merge first.`;
    const message = { audience: "internal", message: "Still here" } as const;
    expect(() => postUpdate(grace, { key: a, ...message })).toThrow(words);
    expect(() => addEvent(grace, { key: a, type: "detection", description: "x" })).toThrow(words);
    expect(() => resolveIncident(grace, { key: a })).toThrow(words);
    expect(() => reopenIncident(grace, { key: a, reason: "x" })).toThrow(words);
  });

  test("names no private incident to those who may not know of it", async () => {
    const [a, b] = two();
    const userId = await makeUser();
    const member = makeViewer({ userId });
    for (const key of [a, b]) change(key, { isPrivate: true });
    db()
      .insert(incidentMembers)
      .values({ incidentId: idOf(a), userId, addedBy: "Ada" })
      .run();
    merge(a, b, admin);

    expect(told(a)[0]).toMatchObject({
      description: "Merged into another incident, of which this is a duplicate.",
      metadata: null,
    });
    expect(findMerge(member, idOf(a))).toEqual({ at: NOON, by: "Ada", into: undefined });
    expect(findMerge(member, idOf(b))).toBeUndefined();
    expect(listDuplicates(makeViewer({ userId: 77 }), idOf(b))).toEqual([]);
    expect(() => addEvent(member, { key: a, type: "detection", description: "x" })).toThrow(
      `${a} was merged into another incident.`,
    );
    undoMerge(member, seen(a), NOON);
    expect(told(b).at(-1)?.description).toBe(
      "No longer merged into this incident: another incident.",
    );
  });
});

describe("undoMerge", () => {
  test("restores both, and both timelines tell of it", () => {
    const [a, b] = two();
    const before = [rowOf(a), rowOf(b)].map((row) => ({ ...row, version: 0 }));
    merge(a, b);
    undoMerge(grace, seen(a), NOON + MINUTE);
    expect([rowOf(a), rowOf(b)].map((row) => ({ ...row, version: 0 }))).toEqual(before);
    expect(told(a).map(({ description }) => description)[1]).toBe(`No longer merged into ${b}.`);
    expect(told(b).map(({ type }) => type)).toEqual(["merge", "merge"]);
    addEvent(grace, { key: a, type: "detection", description: "Open again" }, NOON);
    merge(b, a);
  });

  test("changes nothing twice, and nothing that was merged anew meanwhile", () => {
    const [a, b] = two();
    merge(a, b);
    const early = seen(a);
    undoMerge(grace, early);
    undoMerge(grace, early);
    merge(a, b, grace, NOON + MINUTE);
    expect(() => undoMerge(grace, early)).toThrow(ConflictError);
    expect(rowOf(a)?.mergedIntoId).toBe(idOf(b));
  });
});

describe("removeDemo", () => {
  test("gives back what was merged into an incident of the demo", () => {
    const [a, b] = two();
    change(b, { isDemo: true });
    merge(a, b);
    removeDemo("Ada");
    expect(rowOf(a)).toMatchObject({ mergedIntoId: null, mergedAt: null, mergedBy: null });
    expect(rowOf(b)).toBeUndefined();
  });
});

describe("two people who merge two incidents into each other at once", () => {
  test("leave one of the two merged, and never both", async () => {
    const folder = mkdtempSync(join(tmpdir(), "muster-merge-"));
    const file = join(folder, "muster.db");
    replaceDatabase(openDatabase(file));
    const pairs = Array.from({ length: 12 }, () => two());

    const people = ["forth", "back"].map((direction) =>
      spawn(
        process.execPath,
        ["--import", "tsx", "tests/support/merge-both-ways.ts", file, direction, ...pairs.flat()],
        { stdio: ["pipe", "pipe", "inherit"] },
      ),
    );
    await Promise.all(people.map(({ stdout }) => once(stdout, "data")));
    const exits = people.map((child) => once(child, "exit"));
    for (const { stdin } of people) stdin.write("go\n");
    expect(await Promise.all(exits)).toEqual([
      [0, null],
      [0, null],
    ]);

    for (const [a, b] of pairs) {
      const merged = [a, b].filter((key) => rowOf(key)?.mergedIntoId !== null);
      expect(merged).toHaveLength(1);
      expect([...told(a), ...told(b)]).toHaveLength(2);
    }
    replaceDatabase(undefined);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});
