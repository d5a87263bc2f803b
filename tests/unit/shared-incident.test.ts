import { describe, expect, test } from "vitest";
import type { IncidentRecord } from "@/lib/domain/record";
import { USUAL_CHOICE } from "@/lib/domain/share-choice";
import { sharedIncident } from "@/lib/domain/shared-incident";
import { makeRecord, sampleRecord } from "../support/make";

const NOTHING = { milestones: {}, metrics: {}, phases: [] };
const ALL = { ...USUAL_CHOICE, reword: (text: string) => text };
const shared = (overrides: Partial<IncidentRecord>) =>
  sharedIncident(makeRecord(overrides), NOTHING, ALL);
const TEN = "2026-01-05T10:00:00Z";

describe("sharedIncident", () => {
  test("shows the sample's title, times, outside messages and actions", () => {
    const view = sharedIncident(
      sampleRecord(),
      {
        milestones: {
          resolved: { at: "2024-01-15T16:45:00Z" },
          mitigated: null,
          started: { at: "2024-01-15T14:15:00Z" },
        },
        metrics: {
          duration: { minutes: 142 },
          time_to_detect: null,
          time_to_declare: { minutes: null },
        },
        phases: [{ name: "triage", start: "2024-01-15T14:23:00Z", minutes: 2 }],
      },
      ALL,
    );

    expect(view).toMatchObject({
      key: "INC-2024-0142",
      title: "Payment Service Degradation",
      severity: "SEV1",
      status: "resolved",
      metrics: [{ name: "duration", minutes: 142 }],
      phases: [{ name: "triage", at: Date.UTC(2024, 0, 15, 14, 23), minutes: 2 }],
      impact: [
        "Customers were affected",
        "45% of users affected",
        "Degradation: partial",
        "Regions: us-east-1, eu-west-1",
        "No workaround was available",
      ],
    });
    expect(view.milestones.map(({ name }) => name)).toEqual(["started", "resolved"]);
    expect(view.messages).toHaveLength(4);
    expect(view.messages[1]).toEqual({
      at: Date.UTC(2024, 0, 15, 14, 45),
      status: "identified",
      text: "The issue has been identified as a database configuration problem following a recent deployment. We are implementing a fix. Next update in 15 minutes.",
    });
    expect(view.events).toHaveLength(14);
    expect(view.actionItems[0]).toEqual({
      title: "Add connection pool utilization alerting at 70% warning and 85% critical thresholds",
      status: "open",
      deadline: "2024-01-22",
    });
  });

  test("keeps messages to any other audience than the outside away", () => {
    const message = (audience: string | null, text: string) => ({
      timestamp: TEN,
      audience,
      message: text,
    });
    const { messages } = shared({
      communications: [
        message("internal", "CANARY"),
        message("External ", "CANARY"),
        message("stakeholders", "CANARY"),
        message(null, "CANARY"),
        message("external", "We look."),
      ],
    });
    expect(messages.map(({ text }) => text)).toEqual(["We look."]);
  });

  test.each([
    ["a communication event", { type: " Communication", description: "Told everyone." }],
    ["an event with an internal message's words", { description: "The vendor   has failed us" }],
    ["an event around an internal message", { description: "Note: The vendor has failed us." }],
    ["an event with part of an internal message", { description: "failed us twice today" }],
    ["an event that is a short internal message", { description: "ok" }],
  ])("leaves out %s", (_, event) => {
    const { events } = shared({
      events: [{ timestamp: TEN, ...event }],
      communications: [
        { timestamp: TEN, message: "the vendor has failed us" },
        { timestamp: TEN, message: "They have failed us twice today, says Bob" },
        { timestamp: TEN, message: "OK" },
      ],
    });
    expect(events).toEqual([]);
  });

  test("keeps an event that only shares a short word with an internal message", () => {
    const { events } = shared({
      events: [{ timestamp: TEN, description: "Database is ok again", actor: "Grace" }],
      communications: [{ timestamp: TEN, message: "ok" }],
    });
    expect(events).toEqual([
      { at: Date.parse(TEN), type: undefined, actor: "Grace", text: "Database is ok again" },
    ]);
  });

  test("hides e-mail addresses in every text", () => {
    const email = "alice@company.com";
    const view = shared({
      incident: { ...makeRecord().incident, title: `Ask ${email}`, status: email },
      events: [{ timestamp: TEN, description: `Paged ${email}`, actor: email, type: email }],
      communications: [{ timestamp: TEN, audience: "external", message: `Write to ${email}` }],
      impact: { affected_regions: [email], degradation_type: email, workaround_available: true },
      action_items: [{ title: `Call ${email}`, owner: email, status: email, deadline: email }],
    });
    expect(JSON.stringify(view)).not.toContain("alice");
  });

  test("says nothing about impact where nothing is known", () => {
    expect(shared({ impact: { affected_regions: [] } }).impact).toEqual([]);
    expect(shared({}).impact).toEqual([]);
  });
});
