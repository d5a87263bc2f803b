import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { importRecord } from "@/db/mutations/import";
import { reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { pickMilestone } from "@/db/mutations/milestones";
import { postUpdate } from "@/db/mutations/updates";
import { getIncidentDetail, type IncidentDetail } from "@/db/queries/incident-detail";
import { people, personAliases } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeRecord, makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const minute = 60_000;

function detailOf(key: string): IncidentDetail {
  const detail = getIncidentDetail(makeViewer(), key);
  if (!detail) throw new Error(`${key} is not there.`);
  return detail;
}

function importedSample(): IncidentDetail {
  importRecord("Grace", sampleRecord());
  return detailOf("INC-2024-0142");
}

describe("getIncidentDetail", () => {
  test("gives nothing for a key that is not there", () => {
    expect(getIncidentDetail(makeViewer(), "INC-2024-0142")).toBeUndefined();
  });

  test("joins the short form of a message to its full text, and says which are decisions", () => {
    const { timeline } = importedSample();

    expect(timeline).toHaveLength(18);
    expect(timeline.filter(({ isDecision }) => isDecision).map(({ seq }) => seq)).toEqual([
      4, 8, 9, 12, 13, 15, 17,
    ]);
    expect(timeline.flatMap(({ seq, communication }) => (communication ? seq : []))).toEqual([
      7, 10, 14, 18,
    ]);
    expect(timeline[6]?.communication).toMatchObject({ seq: 1, audience: "external" });
  });

  test("names the silence that an event ends", () => {
    const { timeline } = importedSample();
    expect(timeline.flatMap(({ seq, gapBefore }) => (gapBefore ? [[seq, gapBefore]] : []))).toEqual(
      [
        [13, 15],
        [16, 60],
        [17, 15],
      ],
    );
  });

  test("marks the events that milestones are measured at", () => {
    const { timeline } = importedSample();
    const marked = timeline.filter(({ milestones }) => milestones.length > 0);
    expect(marked.map(({ seq, milestones }) => [seq, ...milestones])).toEqual([
      [1, "started"],
      [2, "detected"],
      [4, "declared"],
      [15, "mitigated"],
      [17, "resolved"],
    ]);
  });

  test("shows what each other source would make of a milestone", () => {
    const { milestones } = importedSample();
    const mitigated = milestones.find(({ name }) => name === "mitigated");

    expect(mitigated?.source).toMatchObject({ seq: 15 });
    expect(
      mitigated?.candidates.map(({ value, isDefault, outcomes }) => [value, isDefault, outcomes]),
    ).toEqual([
      ["event:9", false, [{ metric: "time_to_mitigate", minutes: 20, target: 60, met: true }]],
      ["event:12", false, [{ metric: "time_to_mitigate", minutes: 40, target: 60, met: true }]],
      ["event:13", false, [{ metric: "time_to_mitigate", minutes: 55, target: 60, met: true }]],
      ["event:15", true, [{ metric: "time_to_mitigate", minutes: 70, target: 60, met: false }]],
    ]);
  });

  test("judges the metrics by the computed severity too, where it differs", () => {
    const { analysis, asComputed } = importedSample();
    expect(analysis.metrics.time_to_resolve).toEqual({ minutes: 145, target: 120, met: false });
    expect(asComputed).toMatchObject({
      severity: "SEV2",
      metrics: { time_to_resolve: { minutes: 145, target: 480, met: true } },
    });
    expect(detailOf(makeIncident({ severity: "SEV4" })).asComputed).toBeUndefined();
  });

  test("says who picked a milestone", () => {
    importedSample();
    const pick = { key: "INC-2024-0142", milestone: "mitigated", candidate: "event:13" } as const;
    pickMilestone(makeViewer({ name: "Ada" }), pick, NOON);

    const mitigated = detailOf(pick.key).milestones.find(({ name }) => name === "mitigated");
    expect(mitigated).toMatchObject({
      source: { seq: 13 },
      pick: { pickedBy: "Ada", pickedAt: NOON },
    });
  });

  test("puts kept and missed promises beside the messages that made them", () => {
    const { messages } = importedSample();
    expect(
      messages.map(({ audience, promises }) => [
        audience,
        ...promises.map(({ kind, state, lateMinutes }) => `${kind} ${state} ${lateMinutes}`),
      ]),
    ).toEqual([
      ["external", "update kept 0"],
      ["internal"],
      ["external", "update missed 20"],
      ["external"],
      ["external", "report open null"],
    ]);
  });

  test("counts an unknown audience as internal and keeps its word", () => {
    importRecord("Grace", {
      ...makeRecord(),
      communications: [
        { timestamp: "2026-01-05T10:05:00Z", audience: "board", message: "We are on it." },
      ],
    });
    expect(detailOf("INC-2026-0001").messages).toMatchObject([
      { audience: "internal", audienceAsWritten: "board", publishedAs: undefined },
    ]);
  });

  test("gives an address a name only after someone confirmed it", () => {
    const before = importedSample();
    expect(before.onCall[0]).toEqual({
      duty: "Primary",
      contact: "alice@company.com",
      person: undefined,
    });
    expect(before.people.map(({ addresses }) => addresses)).toEqual([[], [], [], []]);

    const alice = db()
      .select()
      .from(people)
      .all()
      .find(({ name }) => name === "Alice Chen");
    db()
      .insert(personAliases)
      .values({
        personId: alice?.id ?? 0,
        alias: "alice@company.com",
        confirmedBy: "Grace",
        confirmedAt: NOON,
      })
      .run();

    const after = detailOf("INC-2024-0142");
    expect(after.onCall[0]?.person).toBe("Alice Chen");
    expect(after.people[1]).toEqual({
      name: "Alice Chen",
      role: "Operations Lead",
      addresses: ["alice@company.com"],
    });
  });

  test("names a commander who is not among the participants", () => {
    const record = makeRecord();
    importRecord("Grace", { ...record, incident: { ...record.incident, commander: "Jane Smith" } });
    expect(detailOf("INC-2026-0001").people).toMatchObject([
      { name: "Jane Smith", role: "Incident Commander" },
    ]);
  });

  test("counts down to the earliest promise that is open, until the end", () => {
    const key = makeIncident();
    const note = { key, audience: "internal", message: "On it." } as const;
    postUpdate(makeViewer(), { ...note, nextUpdateMinutes: 60 }, NOON + minute);
    postUpdate(
      makeViewer(),
      { ...note, audience: "external", nextUpdateMinutes: 15 },
      NOON + 2 * minute,
    );
    expect(detailOf(key).nextUpdate).toEqual({ dueAt: NOON + 17 * minute, seq: 2 });

    resolveIncident(makeViewer(), { key }, NOON + 10 * minute);
    expect(detailOf(key).nextUpdate).toBeUndefined();
    reopenIncident(makeViewer(), { key, reason: "Again." }, NOON + 11 * minute);
    expect(detailOf(key).nextUpdate?.seq).toBe(2);
  });

  test("tells the status under which outsiders read a message", () => {
    const key = makeIncident();
    const update = { key, audience: "external", message: "Found it." } as const;
    postUpdate(makeViewer(), { ...update, status: "identified" }, NOON + minute);
    expect(detailOf(key).messages).toMatchObject([{ publishedAs: "identified" }]);
  });

  test("puts a back-dated event in its place, with the time it was written", () => {
    const key = makeIncident();
    const event = { key, type: "trigger", description: "The disk filled up." };
    addEvent(makeViewer(), { ...event, at: NOON - 30 * minute }, NOON);

    expect(detailOf(key).timeline).toMatchObject([
      { seq: 2, type: "trigger", wasBackdated: true, milestones: ["started"] },
      { seq: 1, type: "declaration", gapBefore: 30 },
    ]);
  });

  test("manages with the least record there is", () => {
    importRecord("Grace", makeRecord());
    expect(detailOf("INC-2026-0001")).toMatchObject({
      timeline: [],
      messages: [],
      people: [],
      onCall: [],
      factors: [],
      nextUpdate: undefined,
      phases: { phases: [], gaps: [], decisions: [], deployments: [] },
    });
  });
});
