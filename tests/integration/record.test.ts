import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { choicesOf, exportRecord, findIncidentByKey, recordOf } from "@/db/queries/record";
import { communications, milestonePicks } from "@/db/schema";
import { parseRecord } from "@/lib/record/parse";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident } from "../support/make-incident";

freshDatabase();

function importSample(): number {
  importRecord("Grace", sampleRecord());
  return findIncidentByKey(makeViewer(), "INC-2024-0142")?.id ?? 0;
}

const pick = (incidentId: number, milestone: string, candidate: string) =>
  db()
    .insert(milestonePicks)
    .values({ incidentId, milestone, candidate, pickedBy: "Grace", pickedAt: 0 })
    .run();

describe("choicesOf", () => {
  test("names picked events by their place in the record", () => {
    const id = importSample();
    pick(id, "mitigated", "event:13");
    pick(id, "started", "deployment:0");
    expect(choicesOf(id).milestones).toEqual({ mitigated: "event:12", started: "deployment:0" });
  });

  test("follows an event to its new place, and forgets one that is gone", () => {
    const id = importSample();
    pick(id, "mitigated", "event:13");
    pick(id, "detected", "event:3");
    const incoming = sampleRecord();
    incoming.events?.splice(1, 2);
    importRecord("Grace", incoming, { replace: true });
    expect(choicesOf(id).milestones).toEqual({ mitigated: "event:10" });
  });

  test("leaves out a milestone that is not known", () => {
    const id = importSample();
    pick(id, "celebrated", "declared_at");
    expect(choicesOf(id).milestones).toEqual({});
  });

  test("tells when the next update is due, by the message's place", () => {
    const id = importSample();
    const rows = db().select().from(communications).all();
    db().update(communications).set({ nextUpdateDueAt: 5 }).run();
    expect(Object.keys(choicesOf(id).nextUpdateDueAt ?? {})).toHaveLength(rows.length);
    expect(choicesOf(id).nextUpdateDueAt).toMatchObject({ 0: 5 });
  });
});

describe("recordOf", () => {
  test("writes an incident of the portal with only the fields that are set", () => {
    const key = makeIncident({ title: "Checkout is slow", severity: "SEV2" });
    const record = recordOf(findIncidentByKey(makeViewer(), key)?.id ?? 0);
    expect(Object.keys(record)).toEqual(["incident", "events"]);
    expect(record.incident).toEqual({
      id: key,
      title: "Checkout is slow",
      severity: "SEV2",
      status: "investigating",
      declared_at: "2026-01-05T12:00:00Z",
    });
    expect(parseRecord(exportRecord(makeViewer(), key) ?? "")).toEqual({ ok: true, record });
  });

  test("says so when the incident is gone", () => {
    expect(() => recordOf(404)).toThrow("This incident is not there.");
  });
});

describe("exportRecord", () => {
  test("gives nothing for an unknown key", () => {
    expect(exportRecord(makeViewer(), "INC-1")).toBeUndefined();
  });
});
