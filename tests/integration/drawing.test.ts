import { describe, expect, test } from "vitest";
import { drawingOf, type Drawing } from "@/components/incidents/drawing/drawing";
import { nameOf, type LaneId } from "@/components/incidents/drawing/marks";
import { importRecord } from "@/db/mutations/import";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { NOON } from "../support/make-incident";
import { makeTimeline } from "../support/make-timeline";

freshDatabase();

const minute = 60_000;

function drawn(key: string, now: number): Drawing {
  const detail = getIncidentDetail(makeViewer(), key);
  const drawing = detail && drawingOf({ ...detail, isOver: detail.incident.isOver }, now);
  if (!drawing) throw new Error(`${key} has nothing to draw.`);
  return drawing;
}

const namesIn = ({ lanes }: Drawing, lane: LaneId) =>
  lanes.find(({ id }) => id === lane)?.marks.map(nameOf);

describe("the sample's drawing", () => {
  const drawnSample = () => {
    importRecord("Grace", sampleRecord());
    return drawn("INC-2024-0142", NOON);
  };

  test("names its phases with the milestones among them", () => {
    expect(namesIn(drawnSample(), "phases")).toEqual([
      expect.stringMatching(/^14:15 Milestone: Started/),
      expect.stringMatching(/^14:20 Milestone: Detected/),
      "14:20–14:23 Detection phase, 3 min, 2 events",
      "14:23 Milestone: Declared (declared_at of the record)",
      "14:23–14:25 Triage phase, 2 min, 1 event",
      "14:25–14:40 Investigation phase, 15 min, 4 events",
      "14:40–16:45 Mitigation phase, 2 h 5 min, 8 events",
      expect.stringMatching(/^15:30 Milestone: Mitigated/),
      "16:45 Milestone: Resolved (resolved_at of the record)",
      "16:45–16:45 Resolution phase, 0 min, 2 events",
    ]);
  });

  test("names its gaps, promises, deployment and error rates", () => {
    const drawing = drawnSample();
    expect(namesIn(drawing, "gaps")).toEqual([
      "15:00–15:15 15 min without an entry",
      "15:30–16:30 1 h without an entry",
      "16:30–16:45 15 min without an entry",
    ]);
    expect(namesIn(drawing, "external")).toEqual([
      expect.stringMatching(/^14:30 Status page update: next update promised in 15 min, kept\. /),
      expect.stringMatching(/^14:45 .* promised in 15 min, missed by 20 min\. /),
      expect.stringMatching(/^15:20 Status page update: Monitoring/),
      expect.stringMatching(/^16:50 .* report promised in 2 d, due 17 Jan 2024, 16:50 UTC\. /),
    ]);
    expect(namesIn(drawing, "internal")).toEqual([
      expect.stringMatching(/^14:35 Slack exec message: SEV1 ACTIVE/),
    ]);
    expect(namesIn(drawing, "deployments")).toEqual(["13:45 Deployment of user-api 2.4.1"]);
    expect(namesIn(drawing, "error-rate")).toEqual([
      "14:20 Error rate 8.2 %",
      "14:50 Error rate from 23.5 % to 12.1 %",
      "15:30 Error rate 0.08 %",
    ]);
    expect(drawing).toMatchObject({ breaks: [], now: undefined });
  });

  test("has each event as a mark of its own", () => {
    const drawing = drawnSample();
    expect(namesIn(drawing, "events")).toHaveLength(18);
    expect(drawing.key.map(({ text }) => text)).toContain("Decision point 7");
  });
});

describe("the drawing of an open incident", () => {
  test("shows what is promised, and by how much that is overdue", () => {
    const record = makeTimeline(["12:00 detection"]);
    const message = "We look into it. Next update in 30 minutes.";
    record.communications = [
      { timestamp: "2026-01-05T12:00:00Z", channel: "status_page", audience: "external", message },
    ];
    importRecord("Grace", record);
    const { id } = record.incident;
    expect(namesIn(drawn(id, NOON + 10 * minute), "external")).toEqual([
      `12:00 Status page update: next update promised in 30 min, due 12:30. ${message}`,
    ]);
    const late = drawn(id, NOON + 40 * minute);
    expect(namesIn(late, "external")).toEqual([
      `12:00 Status page update: next update promised in 30 min, overdue by 10 min. ${message}`,
    ]);
    expect(late.now).toEqual({ x: 100, time: "12:40" });
  });
});
