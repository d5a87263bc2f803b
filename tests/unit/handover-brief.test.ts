import { describe, expect, test } from "vitest";
import { briefText } from "@/components/incidents/people/brief-text";
import { handoverBrief } from "@/lib/domain/handover-brief";
import { rolesOf } from "@/lib/domain/roles";
import { clockMs } from "../support/make-timeline";

type Sources = Parameters<typeof handoverBrief>[0];

const NOW = clockMs("12:00:00");
const KEY = "INC-2026-0001";
const ADDRESS = `/incidents/${KEY}`;

const makeEvent = (
  seq: number,
  type: string,
  description: string,
  actor: string | null = null,
) => ({
  seq,
  at: clockMs(`11:${String(seq).padStart(2, "0")}:00`),
  type,
  actor,
  description,
});

const noRoles = rolesOf({ commander: null, participants: [], assignments: [] });
const allRoles = noRoles.map((view) => ({
  ...view,
  holders: [{ person: "Ada", since: null, word: null, note: null }],
}));

function briefOf(overrides: Partial<Sources> = {}) {
  return handoverBrief(
    {
      incident: {
        key: KEY,
        title: "Checkout is slow",
        severity: "SEV2",
        status: "identified",
        declaredAt: clockMs("10:00:00"),
        isOver: false,
      },
      impact: null,
      timeline: [],
      milestones: [],
      questions: [],
      actionItems: [],
      roles: allRoles,
      promises: [],
      ...overrides,
    },
    NOW,
  );
}

const textsOf = (lines: { text: string }[]) => lines.map(({ text }) => text);

describe("handoverBrief", () => {
  test("begins with where the incident stands", () => {
    expect(briefOf().known[0]).toEqual({
      text: "SEV2, identified: Checkout is slow",
      at: clockMs("10:00:00"),
      source: "declaration",
      href: ADDRESS,
    });
  });

  test("says what nobody wrote down", () => {
    expect(textsOf(briefOf().known.slice(1))).toEqual([
      "What it does to users is not recorded.",
      "No mitigation is recorded.",
    ]);
  });

  test("tells the impact in one line", () => {
    const impact = {
      affected_users_percentage: 12,
      affected_regions: ["eu", "us"],
      degradation_type: "partial",
      workaround_available: false,
      data_integrity_risk: true,
      security_breach: true,
    };
    expect(briefOf({ impact }).known[1]).toEqual({
      text: "Impact: 12% of users are affected, in eu, us, degradation is partial, there is no workaround, data is at risk, security was breached.",
      at: null,
      source: "impact",
      href: `${ADDRESS}#impact`,
    });
    expect(briefOf({ impact: { workaround_available: true } }).known[1]?.text).toBe(
      "Impact: there is a workaround.",
    );
    expect(briefOf({ impact: {} }).known[1]?.text).toBe("What it does to users is not recorded.");
  });

  test("ends with the last mitigation and the last five events of the story", () => {
    const timeline = [
      makeEvent(1, "mitigation", "Restarted"),
      makeEvent(2, "investigation", "Looked", "Ada"),
      makeEvent(3, "mitigation", "Rolled back"),
      makeEvent(4, "role_change", "Bob took over"),
      makeEvent(5, "investigation", "Fewer errors"),
      makeEvent(6, "investigation", "None left"),
    ];
    const { known } = briefOf({ timeline });
    expect(textsOf(known.slice(2))).toEqual([
      "Current mitigation: Rolled back",
      "Restarted",
      "Ada: Looked",
      "Rolled back",
      "Fewer errors",
      "None left",
    ]);
    expect(known[2]).toMatchObject({
      at: clockMs("11:03:00"),
      source: "event 3",
      href: `${ADDRESS}?event=3#e-3`,
    });
  });

  test("names roles without anyone, but no missing expert", () => {
    expect(textsOf(briefOf({ roles: noRoles }).open)).toEqual([
      "Nobody is Incident Commander.",
      "Nobody is Operations Lead.",
      "Nobody is Communications Lead.",
      "Nobody is Scribe.",
    ]);
  });

  test("names milestones without a source, the end only when it is over", () => {
    const milestones: Sources["milestones"] = [
      { name: "started", source: {} },
      { name: "detected", source: null },
      { name: "mitigated", source: null },
      { name: "resolved", source: null },
    ];
    expect(textsOf(briefOf({ milestones }).open)).toEqual([
      "When it was detected is not recorded.",
      "It is not mitigated yet, as far as the timeline says.",
    ]);
    expect(textsOf(briefOf({ milestones, incident: makeOver() }).open)).toContain(
      "When it was resolved is not recorded.",
    );
  });

  test("names unanswered questions and action items that wait, with their owners", () => {
    const { open } = briefOf({
      questions: [
        { person: "Bob", note: "Who was there?", startsAt: NOW, answeredAt: null },
        { person: "Cy", note: "And then?", startsAt: NOW, answeredAt: NOW },
      ],
      actionItems: [
        { id: 7, title: "Add an alert", owner: "Bob", status: "todo" },
        { id: 8, title: "Write a runbook", owner: null, status: null },
        { id: 9, title: "Page earlier", owner: null, status: "done" },
        { id: 10, title: "Buy a fax", owner: null, status: "wont_do" },
      ],
    });
    expect(open).toEqual([
      {
        text: "Bob was asked about the silence from this time on: Who was there?",
        at: NOW,
        source: "timeline",
        href: `${ADDRESS}#timeline`,
      },
      {
        text: "Add an alert (Bob)",
        at: null,
        source: "AI-7",
        href: "/actions/AI-7",
      },
      expect.objectContaining({ text: "Write a runbook (nobody owns it)" }),
    ]);
  });

  test("names promises by when they are due, the late ones as late", () => {
    const promises: Sources["promises"] = [
      { seq: 3, kind: "report", audience: "stakeholders", dueAt: NOW + 60_000 },
      { seq: 2, kind: "update", audience: "external", dueAt: NOW - 60_000 },
      { seq: 4, kind: "update", audience: "internal", dueAt: NOW + 120_000 },
    ];
    const { promised } = briefOf({ promises });
    expect(textsOf(promised)).toEqual([
      "An update for customers was due, and is late.",
      "A report for stakeholders is due.",
      "An update for the team is due.",
    ]);
    expect(promised[0]).toMatchObject({ source: "message 2", href: `${ADDRESS}#c-2` });
  });
});

function makeOver(): Sources["incident"] {
  return {
    key: KEY,
    title: "Checkout is slow",
    severity: "SEV2",
    status: "resolved",
    declaredAt: clockMs("10:00:00"),
    isOver: true,
  };
}

describe("briefText", () => {
  test("ends each line with the address of its source, and says where there is none", () => {
    const brief = briefOf({ roles: allRoles });
    const text = briefText({
      heading: `Handover of ${KEY}`,
      brief: { ...brief, known: brief.known.slice(0, 2) },
      at: NOW,
      origin: "https://muster.example",
    });
    expect(text).toBe(`Handover of ${KEY}
As of 5 Jan 2026, 12:00 UTC

What we know
- 5 Jan 2026, 10:00 UTC: SEV2, identified: Checkout is slow (declaration: https://muster.example${ADDRESS})
- What it does to users is not recorded. (impact: https://muster.example${ADDRESS}#impact)

What is open
Nothing is open.

What is promised
Nothing is promised.`);
  });
});
