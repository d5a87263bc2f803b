import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { changeFacts } from "@/db/mutations/facts";
import { importRecord } from "@/db/mutations/import";
import { exportRecord, recordOf } from "@/db/queries/record";
import { auditLog, events, services } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import {
  definitionOf,
  FACT_NAMES,
  factTexts,
  withFacts,
  type Fact,
  type FactTexts,
} from "@/lib/domain/facts";
import { parseRecord } from "@/lib/record/parse";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const SAMPLE = "INC-2024-0142";
const exported = (key: string) => JSON.parse(exportRecord(makeViewer(), key) ?? "null");
const told = () => db().select().from(events).all().at(-1);

/** What a form holds that shows all facts as they stand. */
const seenNow = () => factTexts(recordOf(1), FACT_NAMES);
const change = (facts: FactTexts, seen = seenNow(), key = SAMPLE) =>
  changeFacts(makeViewer(), { key, facts, seen }, NOON);

const OTHER: Record<string, string> = {
  line: "something else",
  text: "something\nelse",
  lines: "one\ntwo",
  word: "low",
  flag: "yes",
  percentage: "12.5",
  number: "7",
};

describe("changeFacts", () => {
  test.each(FACT_NAMES)("changes %s in the export and nothing else", (fact) => {
    importRecord("Grace", sampleRecord());
    const before = factTexts(sampleRecord(), [fact])[fact];
    const text = before === "yes" ? "no" : OTHER[definitionOf(fact).kind];
    change({ ...seenNow(), [fact]: text });

    const { events: after, ...rest } = exported(SAMPLE);
    const { events: imported, ...expected } = withFacts(sampleRecord(), { [fact]: text });
    expect(rest).toEqual(expected);
    expect(after.slice(0, 18)).toEqual(imported);
    expect(rest).not.toEqual({ ...sampleRecord(), events: undefined });
  });

  test("keeps keys that it does not know, and nulls where they were", () => {
    const record = makeRecord({
      impact: { revenue_impact: null, since: "Monday", customer_facing: true },
      signals: { queue: { depth: 4 } },
    });
    importRecord("Grace", record);
    change({ ...seenNow(), customer_facing: "no", alert_count: "3" }, seenNow(), "INC-2026-0001");

    expect(exported("INC-2026-0001")).toMatchObject({
      impact: { revenue_impact: null, since: "Monday", customer_facing: false },
      signals: { queue: { depth: 4 }, alert_count: 3 },
    });
  });

  test("takes out what is emptied", () => {
    importRecord("Grace", sampleRecord());
    change({ service: "", affected_regions: "" });
    expect(exported(SAMPLE).incident).not.toHaveProperty("service");
    expect(exported(SAMPLE).impact).not.toHaveProperty("affected_regions");
  });

  test("tells the timeline of each kind of change, before and after", () => {
    const key = makeIncident({ title: "Slow", service: "checkout" });
    change({ title: "Checkout is down" }, seenNow(), key);
    expect(told()).toMatchObject({
      type: "title_change",
      actor: "Grace",
      description: "Title: Slow → Checkout is down.",
      metadata: { title: "Checkout is down", title_before: "Slow" },
      origin: "system",
    });

    change({ affected_services: "orders\nbilling" }, seenNow(), key);
    expect(told()).toMatchObject({
      type: "services_change",
      description: "Also affected: not recorded → orders, billing.",
    });

    change({ affected_users_percentage: "40" }, seenNow(), key);
    expect(told()).toMatchObject({
      type: "impact_change",
      description: "Users affected, in %: not recorded → 40.",
    });

    change({ root_cause: "A full disk." }, seenNow(), key);
    expect(told()?.type).toBe("impact_change");
  });

  test("finds the services again under their new names", () => {
    const key = makeIncident({ service: "checkout" });
    change({ service: "payments" }, seenNow(), key);
    expect(db().select({ name: services.name }).from(services).all()).toContainEqual({
      name: "payments",
    });
  });

  test("leaves an audit row that names the facts, and none where nothing changed", () => {
    const key = makeIncident();
    change({ title: "Another title", service: "" }, seenNow(), key);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "incident:change-facts",
      object: `incident ${key}`,
      detail: { facts: ["title"] },
      incidentId: 1,
    });

    const rows = db().select().from(auditLog).all().length;
    change(seenNow(), seenNow(), key);
    expect(db().select().from(auditLog).all()).toHaveLength(rows);
  });

  test.each([
    ["title", "Theirs", "Mine"],
    ["service", "theirs", "mine"],
    ["affected_users_percentage", "40", "60"],
    ["root_cause", "Theirs", "Mine"],
  ] satisfies [Fact, string, string][])(
    "lets the second of two writers of %s know both texts",
    (fact, theirs, mine) => {
      const key = makeIncident();
      const seen = seenNow();
      change({ [fact]: theirs }, seen, key);

      const second = () => change({ [fact]: mine }, seen, key);
      expect(second).toThrow(ConflictError);
      expect(second).toThrow(
        `${definitionOf(fact).label} now says “${theirs}”, you wrote “${mine}”.`,
      );
      expect(seenNow()[fact]).toBe(theirs);

      change({ [fact]: mine }, { ...seen, [fact]: theirs }, key);
      expect(seenNow()[fact]).toBe(mine);
    },
  );

  test("lets two writers of different facts both have their way", () => {
    const key = makeIncident();
    const seen = seenNow();
    change({ ...seen, revenue_impact: "high" }, seen, key);
    change({ ...seen, alert_count: "9" }, seen, key);
    expect(seenNow()).toMatchObject({ revenue_impact: "high", alert_count: "9" });
  });

  test("lets two writers of the same text both have their way", () => {
    const key = makeIncident();
    const seen = seenNow();
    change({ title: "Same" }, seen, key);
    change({ title: "Same" }, seen, key);
    expect(db().select().from(events).all()).toHaveLength(2);
  });

  test("refuses a text that makes no such fact", () => {
    const key = makeIncident();
    expect(() => change({ title: " " }, seenNow(), key)).toThrow("Title must not be empty.");
    expect(() => change({ alert_count: "many" }, seenNow(), key)).toThrow("Write a number");
    expect(parseRecord(exportRecord(makeViewer(), key) ?? "").ok).toBe(true);
  });
});
