import { eq, ne } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { loadDemoOnce } from "@/db/demo/load";
import { importRecord } from "@/db/mutations/import";
import { removeDemo } from "@/db/mutations/removal";
import { incidents, people, publicUpdates, services } from "@/db/schema";
import { promisesOf } from "@/lib/domain/promises";
import { choicesOf, recordOf } from "@/db/queries/record";
import { freshDatabase } from "@/tests/support/database";
import { makeRecord } from "@/tests/support/make";

freshDatabase();
const NOW = Date.UTC(2026, 5, 1, 9, 30);
const keys = () =>
  db()
    .select()
    .from(incidents)
    .all()
    .map(({ key }) => key);

describe("loadDemoOnce", () => {
  test("brings the sample and a life around it, with one update due in a few minutes", () => {
    loadDemoOnce(NOW);
    expect(keys()).toContain("INC-2024-0142");
    expect(keys().length).toBeGreaterThan(10);

    const open = db().select().from(incidents).where(ne(incidents.status, "resolved")).all();
    const due = open
      .flatMap(({ id }) => promisesOf(recordOf(id), choicesOf(id)))
      .filter(({ state }) => state === "open")
      .map(({ dueAt }) => (dueAt - NOW) / 60_000);
    expect(due.some((minutes) => minutes > 2 && minutes < 15)).toBe(true);
  });

  test("loads nothing a second time, and nothing that was removed", () => {
    loadDemoOnce(NOW);
    removeDemo("test");
    loadDemoOnce(NOW);
    expect(keys()).toEqual([]);
  });

  test("keeps out of a database that is in use", () => {
    importRecord("test", makeRecord());
    loadDemoOnce(NOW);
    expect(keys()).toEqual(["INC-2026-0001"]);
  });
});

describe("removeDemo", () => {
  test("takes all of the demo, and nothing that is real", () => {
    loadDemoOnce(NOW);
    importRecord("test", makeRecord({ participants: [{ name: "Mallory Real" }] }));
    removeDemo("test");
    expect(keys()).toEqual(["INC-2026-0001"]);
    expect(db().select().from(publicUpdates).all()).toEqual([]);
    expect(db().select().from(services).where(eq(services.isDemo, true)).all()).toEqual([]);
    expect(
      db()
        .select()
        .from(people)
        .all()
        .map(({ name }) => name),
    ).toEqual(["Mallory Real"]);
  });
});
