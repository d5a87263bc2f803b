import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { editEvent } from "@/db/mutations/event-edits";
import { attachPicture, linkEvent } from "@/db/mutations/event-links";
import { pinEvent } from "@/db/mutations/event-pins";
import { addEvent } from "@/db/mutations/events";
import { askWhoWasThere } from "@/db/mutations/gap-questions";
import { importRecord } from "@/db/mutations/import";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { getTimelinePage } from "@/db/queries/timeline-view";
import { events } from "@/db/schema";
import type { TimelineView } from "@/lib/domain/timeline";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeEventRow } from "../support/make-publication";

freshDatabase();

const minute = 60_000;
const later = NOON + 120 * minute;
const grace = makeViewer();
const usual: TimelineView = { types: [], showsActivity: false, newestFirst: false, page: 1 };

function pageOf(key: string, view: Partial<TimelineView> = {}, viewer = grace) {
  const detail = getIncidentDetail(viewer, key);
  if (!detail) throw new Error(`There is no ${key}.`);
  return getTimelinePage(viewer, detail.incident.id, detail.timeline, { ...usual, ...view });
}

describe("getTimelinePage", () => {
  test("names the phases where they begin and the silences before their end", () => {
    importRecord("system", sampleRecord());
    const { rows, gaps } = pageOf("INC-2024-0142");
    expect(rows.flatMap(({ seq, phase }) => (phase ? [[seq, phase]] : []))).toEqual([
      [2, "detection"],
      [4, "triage"],
      [5, "investigation"],
      [9, "mitigation"],
      [17, "resolution"],
    ]);
    const seqOf = new Map(rows.map(({ id, seq }) => [String(id), seq]));
    expect(Object.entries(gaps).map(([id, [gap]]) => [seqOf.get(id), gap?.minutes])).toEqual([
      [13, 15],
      [16, 60],
      [17, 15],
    ]);
  });

  test("shows one silence across rows of the portal's own, shown or hidden", () => {
    const key = makeIncident();
    const incidentId = db().select().from(events).get()?.incidentId ?? 0;
    makeEventRow(incidentId, { seq: 2, ordinal: 1, type: "role_change", at: NOON + 20 * minute });
    const { seq } = addEvent(
      grace,
      { key, type: "mitigation", description: "x", at: NOON + 40 * minute },
      later,
    );

    const story = pageOf(key);
    const id = story.rows.find((row) => row.seq === seq)?.id ?? 0;
    expect(story.hidden).toEqual({ activity: 1, events: 0 });
    expect(story.gaps[id]?.map(({ minutes }) => minutes)).toEqual([40]);
    expect(Object.keys(pageOf(key, { showsActivity: true }).gaps)).toHaveLength(1);
    expect(pageOf(key, { types: ["mitigation"] }).gaps).toEqual({});
  });

  test("puts a question into its silence, also after the silence was broken", () => {
    const key = makeIncident();
    const row = { key, type: "mitigation", description: "x" };
    addEvent(grace, { ...row, at: NOON + 40 * minute }, later);
    const question = { key, start: NOON, end: NOON + 40 * minute, person: "Grace", note: "Who?" };
    askWhoWasThere(grace, question);
    const { seq } = addEvent(grace, { ...row, at: NOON + 10 * minute }, later);

    const { rows, questions } = pageOf(key);
    const id = rows.find((each) => each.seq === seq)?.id ?? 0;
    expect(questions[id]).toMatchObject([{ person: "Grace", note: "Who?" }]);
  });

  test("says who keeps each row, and when a back-dated one was written", () => {
    const key = makeIncident();
    const row = { key, type: "trigger", description: "x", at: NOON - 30 * minute };
    addEvent(grace, row, later);
    const { rows } = pageOf(key);
    expect(rows.map(({ keeping }) => keeping)).toEqual(["own", "system"]);
    expect(rows[0]?.recordedAt).not.toBeNull();
    expect(rows[1]?.recordedAt).toBeNull();
    const other = makeViewer({ userId: 2 });
    expect(pageOf(key, {}, other).rows[0]?.keeping).toBe("other");
  });

  test("brings what was attached and what was said before", () => {
    const key = makeIncident();
    const row = { key, type: "trigger", description: "x", at: NOON + minute } as const;
    const { seq } = addEvent(grace, row, later);
    linkEvent(grace, { key, seq, url: "https://example.com/", title: "Graph" });
    const bytes = Uint8Array.from("GIF89a", (letter) => letter.charCodeAt(0));
    attachPicture(grace, { key, seq, name: "a.gif", bytes, alt: "A curve" });
    const edit = { ...row, seq, version: 1, audience: "internal", description: "y" } as const;
    editEvent(grace, edit, later);
    editEvent(grace, { ...edit, version: 2, description: "z" }, later + 1);

    const { rows, links, revisions } = pageOf(key);
    const id = rows.find((each) => each.seq === seq)?.id ?? 0;
    expect(links[id]).toMatchObject([
      { url: "https://example.com/", title: "Graph", picture: null },
      { url: null, title: "A curve", name: "a.gif" },
    ]);
    expect(revisions[id]?.map(({ description }) => description)).toEqual(["y", "x"]);
  });

  test("lists what is pinned, whatever is hidden", () => {
    const key = makeIncident();
    const { seq } = addEvent(grace, { key, type: "trigger", description: "x", at: NOON }, later);
    pinEvent(grace, { key, seq, isPinned: true });
    expect(pageOf(key).pinned).toMatchObject([{ seq, type: "trigger", text: "x", isHere: true }]);
    expect(pageOf(key, { types: ["declaration"] }).pinned).toMatchObject([{ isHere: false }]);
  });
});
