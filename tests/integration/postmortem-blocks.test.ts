import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { importRecord } from "@/db/mutations/import";
import { assignRole } from "@/db/mutations/roles";
import { blocksOf } from "@/db/queries/postmortem-blocks";
import { actionItems, events, incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";

freshDatabase();

const grace = makeViewer();
const KEY = "INC-2024-0142";

function importSample(): number {
  importRecord(grace, sampleRecord(), {});
  return db().select().from(incidents).where(eq(incidents.key, KEY)).get()?.id ?? 0;
}

describe("blocksOf", () => {
  test("gives the story's rows by time, with their numbers", () => {
    const id = importSample();
    const { timeline, timelineLeft, firstAt, key } = blocksOf(grace, id);

    expect(key).toBe(KEY);
    expect(timeline.length).toBe(sampleRecord().events?.length);
    expect(timeline[0]).toMatchObject({ seq: 1, at: firstAt });
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).toSorted());
    expect(timelineLeft).toBe(0);
  });

  test("shows an event as soon as it is there, and no activity", () => {
    const id = importSample();
    const before = blocksOf(grace, id).timeline.length;
    addEvent(grace, { key: KEY, type: "investigation", description: "Read the logs" });
    assignRole(grace, { key: KEY, role: "Scribe", person: "Ada", seenHolder: "" });

    const after = blocksOf(grace, id).timeline;
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.text).toBe("Read the logs");
  });

  test("measures against targets and names the events behind the numbers", () => {
    const { metrics } = blocksOf(grace, importSample());
    const mitigate = metrics.find(({ name }) => name === "time_to_mitigate");

    expect(mitigate).toMatchObject({ minutes: 70, target: 60, met: false });
    expect(mitigate?.from).toMatchObject({ name: "detected", seq: expect.any(Number) });
    expect(metrics.at(-1)).toMatchObject({ name: "duration", target: null, met: null });
  });

  test("gives the actions in words, and the impact", () => {
    const id = importSample();
    const { actions, actionsLeft, impact } = blocksOf(grace, id);

    expect(actions).toHaveLength(sampleRecord().action_items?.length ?? 0);
    expect(actions[0]).toMatchObject({ title: expect.any(String), status: "Open" });
    expect(actionsLeft).toBe(0);
    expect(impact.map(({ label }) => label)).toContain("Users affected");

    db().update(actionItems).set({ status: "done" }).run();
    expect(blocksOf(grace, id).actions[0]).toMatchObject({ status: "Done", note: null });
    db().update(actionItems).set({ status: "wont_do", dropReason: "Too dear" }).run();
    expect(blocksOf(grace, id).actions[0]).toMatchObject({ status: "Won’t do", note: "Too dear" });
  });

  test("says what the events say that a text cites", () => {
    const id = importSample();
    const text = `[x](/incidents/${KEY}#e-2) [y](/incidents/${KEY}#e-999) [z](/incidents/OTHER#e-3)`;
    const second = db().select().from(events).where(eq(events.seq, 2)).get();

    expect(blocksOf(grace, id, text).cited).toEqual({ 2: second?.description.slice(0, 200) });
  });

  test("keeps to the milestones and pinned rows of a story too long to show", () => {
    const id = importSample();
    const row = db().select().from(events).where(eq(events.seq, 1)).get();
    if (!row) throw new Error("The sample has no event.");
    const { id: _, ...copied } = row;
    for (let seq = 100; seq < 320; seq += 1) {
      db()
        .insert(events)
        .values({ ...copied, seq, ordinal: seq, type: "note" })
        .run();
    }
    db().update(events).set({ isPinned: true }).where(eq(events.seq, 300)).run();

    const { timeline, timelineLeft } = blocksOf(grace, id);
    expect(timeline.map(({ seq }) => seq)).toContain(300);
    expect(timeline.length).toBeLessThan(10);
    expect(timelineLeft).toBe(220 + (sampleRecord().events?.length ?? 0) - timeline.length);
  });

  test("gives nothing of an incident to those who may not know of it", () => {
    const id = importSample();
    db().update(incidents).set({ isPrivate: true }).run();

    expect(blocksOf(grace, id, `/incidents/${KEY}#e-2`)).toMatchObject({
      key: "",
      timeline: [],
      metrics: [],
      actions: [],
      impact: [],
      cited: {},
    });
    expect(blocksOf(makeViewer({ role: "admin" }), id).timeline).not.toEqual([]);
  });
});
