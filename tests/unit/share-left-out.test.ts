import { describe, expect, test } from "vitest";
import { USUAL_CHOICE, type ShareChoice } from "@/lib/domain/share-choice";
import { leftOutFacts, withLeftOut } from "@/lib/domain/share-left-out";
import { sharedIncident } from "@/lib/domain/shared-incident";
import { makeRecord, sampleRecord } from "../support/make";

const at = "2026-01-05T10:00:00Z";
const NOTHING = { milestones: {}, metrics: {}, phases: [] };

const record = makeRecord({
  events: [
    { timestamp: at, description: "Seen by all" },
    { timestamp: at, description: "Kept inside" },
    { timestamp: at, type: "communication", description: "Told them." },
  ],
  communications: [
    { timestamp: at, audience: "external", message: "We look." },
    { timestamp: at, audience: "internal", message: "Vendor is slow." },
  ],
});

function previewOf(choice: ShareChoice) {
  const shown = sharedIncident({ ...record, events: record.events?.slice(0, 1) }, NOTHING, {
    ...choice,
    reword: (text) => text,
  });
  const rows = (record.events ?? []).map((event, index) => ({ event, isShareable: index !== 1 }));
  return withLeftOut(shown, { rows, record, choice });
}

describe("withLeftOut", () => {
  test("puts what the reader does not see among what they see, each with its reason", () => {
    const { events, messages } = previewOf(USUAL_CHOICE);
    expect(events.map(({ text, leftOut }) => [text, leftOut])).toEqual([
      ["Seen by all", undefined],
      ["Kept inside", "Its writer meant it for members."],
      ["Told them.", "It repeats a message."],
    ]);
    expect(messages.map(({ text, leftOut }) => [text, leftOut])).toEqual([
      ["We look.", undefined],
      ["Vendor is slow.", "It was said inside."],
    ]);
  });

  test("highlights all of a part that is not shared", () => {
    const { events, messages } = previewOf({ ...USUAL_CHOICE, sections: [] });
    expect(events.map(({ leftOut }) => leftOut)).toEqual(Array(3).fill("This part is not shared."));
    expect(messages[0]?.leftOut).toBe("This part is not shared.");
  });
});

describe("leftOutFacts", () => {
  test("names what the sample holds besides, and no link shows", () => {
    const lines = leftOutFacts(sampleRecord(), { ...USUAL_CHOICE, wording: "roles" });
    expect(lines).toEqual([
      "Root cause, contributing factors and the resolution",
      "What it cost; amounts of money in texts are hidden",
      "Signals: error rate, latency, alerts, endpoints",
      "Recent deployments",
      "Who was on call",
      "Who took part, and who led",
      "Who owns the action items",
      "Names of people: roles stand in their place",
      "E-mail addresses, and metadata of events",
    ]);
  });

  test("says little of a record with little in it", () => {
    const choice = { sections: [], wording: "names", showsMoney: true } as const;
    expect(leftOutFacts(makeRecord(), choice)).toEqual([
      "The summary: times, numbers, phases and impact",
      "E-mail addresses, and metadata of events",
    ]);
  });
});
