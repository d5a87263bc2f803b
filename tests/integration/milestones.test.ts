import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { pickMilestone } from "@/db/mutations/milestones";
import { choicesOf, recordOf } from "@/db/queries/record";
import { auditLog, milestonePicks } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { NOON } from "../support/make-incident";

freshDatabase();

const key = "INC-2024-0142";
const picks = () => db().select().from(milestonePicks).all();
const mitigation = () => analyze(recordOf(1), choicesOf(1)).metrics.time_to_mitigate;
const importSample = () => importRecord("Grace", sampleRecord());

describe("pickMilestone", () => {
  test("changes the metric and its verdict", () => {
    importSample();
    expect(mitigation()).toEqual({ minutes: 70, target: 60, met: false });

    pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "event:13" }, NOON);

    expect(mitigation()).toEqual({ minutes: 55, target: 60, met: true });
    expect(picks()).toMatchObject([
      { milestone: "mitigated", candidate: "event:13", pickedBy: "Grace", pickedAt: NOON },
    ]);
  });

  test("replaces an earlier pick of the same milestone", () => {
    importSample();
    pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "event:12" });
    pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "event:13" });
    pickMilestone(makeViewer(), { key, milestone: "started", candidate: "deployment:0" });
    expect(picks().map(({ candidate }) => candidate)).toEqual(["event:13", "deployment:0"]);
  });

  test("lets the second of two writers know", () => {
    importSample();
    const pick = { key, milestone: "mitigated", seen: "default" } as const;
    pickMilestone(makeViewer(), { ...pick, candidate: "event:13" });

    expect(() => pickMilestone(makeViewer(), { ...pick, candidate: "event:12" })).toThrow(
      "Grace picked where “mitigated” is measured while you chose.",
    );
    pickMilestone(makeViewer(), { ...pick, candidate: "default", seen: "event:13" });
    expect(() =>
      pickMilestone(makeViewer(), { ...pick, candidate: "event:12", seen: "event:13" }),
    ).toThrow("Someone took the pick of “mitigated” back while you chose.");
  });

  test("takes a pick back", () => {
    importSample();
    pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "event:13" });
    pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "default" });
    expect(picks()).toEqual([]);
    expect(mitigation()?.minutes).toBe(70);
  });

  test("outlives an import that replaces the record", () => {
    importSample();
    pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "event:13" });
    const record = sampleRecord();
    record.incident.title = "Payments degraded";
    record.events?.unshift({
      timestamp: "2024-01-15T14:00:00Z",
      type: "trigger",
      description: "A change of traffic.",
    });
    importRecord("Grace", record, { replace: true });

    expect(picks()).toMatchObject([{ candidate: "event:13", pickedBy: "Grace" }]);
    expect(mitigation()).toEqual({ minutes: 55, target: 60, met: true });
  });

  test("refuses what the record does not offer", () => {
    importSample();
    for (const candidate of ["event:1", "event:999", "resolved_at", "event:x"]) {
      expect(() => pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate })).toThrow(
        "This is no longer there to choose. Look at the page again.",
      );
    }
    expect(picks()).toEqual([]);
  });

  test("refuses an order that cannot be", () => {
    const record = sampleRecord();
    record.events?.push({
      timestamp: "2024-01-15T18:00:00Z",
      type: "mitigation",
      description: "Removed the override.",
    });
    importRecord("Grace", record);

    expect(() =>
      pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "event:19" }),
    ).toThrow(
      "That cannot be: resolved (2024-01-15 16:45 UTC) would come before mitigated (2024-01-15 18:00 UTC).",
    );
    expect(picks()).toEqual([]);
  });

  test("leaves an audit row", () => {
    importSample();
    pickMilestone(makeViewer(), { key, milestone: "mitigated", candidate: "event:13" });
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace",
      action: "milestone:pick",
      object: `incident ${key}`,
      detail: { milestone: "mitigated", candidate: "event:13" },
    });
  });
});
