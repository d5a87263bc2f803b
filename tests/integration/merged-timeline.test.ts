import { describe, expect, test } from "vitest";
import { addEvent } from "@/db/mutations/events";
import { linkIncidents } from "@/db/mutations/incident-links";
import { mergeIncident, undoMerge } from "@/db/mutations/merges";
import { postUpdate } from "@/db/mutations/updates";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { withDuplicates } from "@/db/queries/merged-timeline";
import { exportRecord } from "@/db/queries/record";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer();
const MINUTE = 60_000;

function note(key: string, minute: number, description: string): void {
  const at = NOON + minute * MINUTE;
  addEvent(grace, { key, type: "investigation", description, at }, NOON + 60 * MINUTE);
}

function detailOf(key: string) {
  const detail = getIncidentDetail(grace, key);
  if (!detail) throw new Error(`${key} is not there`);
  return detail;
}

function timelineOf(key: string, viewer = grace) {
  const { incident, timeline } = detailOf(key);
  return withDuplicates(viewer, incident.id, timeline);
}

/** Two incidents with a note each, the first merged into the second. */
function merged() {
  const [a, b] = [makeIncident(), makeIncident()];
  note(a, 10, "Seen by A");
  note(b, 5, "Seen by B");
  note(b, 40, "Seen by B again");
  const before = { phases: detailOf(b).phases, analysis: detailOf(b).analysis };
  mergeIncident(grace, { key: a, other: b }, NOON + 60 * MINUTE);
  return { a, b, before };
}

describe("withDuplicates", () => {
  test("shows both stories by time, the other's rows marked with where they are kept", () => {
    const { a, b } = merged();
    const rows = timelineOf(b).filter(({ type }) => type === "investigation");
    expect(rows.map(({ description, mergedFrom }) => [description, mergedFrom])).toEqual([
      ["Seen by B", undefined],
      ["Seen by A", { key: a, seq: 2 }],
      ["Seen by B again", undefined],
    ]);
    expect(new Set(timelineOf(b).map(({ seq }) => seq)).size).toBe(timelineOf(b).length);
  });

  test("lets the other's rows count for nothing", () => {
    const { a, b, before } = merged();
    const { phases, analysis } = detailOf(b);
    expect(analysis.metrics).toEqual(before.analysis.metrics);
    expect(phases.phases.map(({ name }) => name)).toEqual(
      before.phases.phases.map(({ name }) => name),
    );
    expect(exportRecord(grace, b)).not.toContain("Seen by A");
    expect(detailOf(a).timeline.map(({ description }) => description)).toContain("Seen by A");
    expect(timelineOf(b).filter((row) => row.mergedFrom && (row.phase ?? row.isDecision))).toEqual(
      [],
    );
  });

  test("shows what messages of the other said", () => {
    const [a, b] = [makeIncident(), makeIncident()];
    postUpdate(grace, { key: a, audience: "internal", message: "The pool is full." }, NOON);
    mergeIncident(grace, { key: a, other: b }, NOON);
    const rows = timelineOf(b).flatMap(({ communication }) => communication?.message ?? []);
    expect(rows).toEqual(["The pool is full."]);
  });

  test("is the timeline as it was once the merge is undone", () => {
    const { a, b } = merged();
    undoMerge(grace, { key: a, seenMergedAt: NOON + 60 * MINUTE }, NOON + 61 * MINUTE);
    expect(timelineOf(b)).toEqual(detailOf(b).timeline);
  });
});

describe("getIncidentDetail", () => {
  test("takes a merged incident for closed, and its promises for nobody's", () => {
    const { b } = merged();
    const c = makeIncident();
    const message = { audience: "internal", message: "Looking.", nextUpdateMinutes: 15 } as const;
    postUpdate(grace, { key: c, ...message }, NOON);
    expect(detailOf(c)).toMatchObject({ incident: { isOver: false }, nextUpdate: { seq: 1 } });
    mergeIncident(grace, { key: c, other: b });
    expect(detailOf(c)).toMatchObject({ incident: { isOver: true }, nextUpdate: undefined });
    linkIncidents(grace, { key: c, other: b });
  });
});
