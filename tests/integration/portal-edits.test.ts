import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { replaceDatabase } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { changeFacts } from "@/db/mutations/facts";
import { importRecord } from "@/db/mutations/import";
import { reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { pickMilestone } from "@/db/mutations/milestones";
import { changeSeverity } from "@/db/mutations/severity";
import { changeStatus } from "@/db/mutations/status";
import { postUpdate } from "@/db/mutations/updates";
import { openDatabase } from "@/db/open";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { choicesOf, exportRecord, recordOf } from "@/db/queries/record";
import { analyze } from "@/lib/domain/analysis";
import { DomainError } from "@/lib/domain/error";
import { factTexts, RATED_FACTS } from "@/lib/domain/facts";
import { AUDIENCES, EVENT_TYPES, INCIDENT_STATUSES, SEVERITIES } from "@/lib/domain/incident";
import { MILESTONES } from "@/lib/domain/milestones";
import { parseRecord } from "@/lib/record/parse";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

const viewer = makeViewer();
const MINUTE = 60_000;

/** Something that a person does in the portal with the incident that a test is about. */
type Edit = (key: string, now: number) => void;

const text = fc.constantFrom("Errors rise", "next update in 15 minutes", "ünï 🙂", "<b>a\nb</b>");

const event: fc.Arbitrary<Edit> = fc
  .record({
    type: fc.constantFrom(...EVENT_TYPES, "rumour"),
    description: text,
    before: fc.nat(200),
  })
  .map(({ before, ...what }) => (key, now) => {
    addEvent(viewer, { key, ...what, at: now - before * MINUTE }, now);
  });

const update: fc.Arbitrary<Edit> = fc
  .record({
    audience: fc.constantFrom(...AUDIENCES),
    message: text,
    status: fc.option(fc.constantFrom(...INCIDENT_STATUSES), { nil: undefined }),
    nextUpdateMinutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  })
  .map((what) => (key, now) => {
    postUpdate(viewer, { key, ...what }, now);
  });

const severity: fc.Arbitrary<Edit> = fc.constantFrom(...SEVERITIES).map((wanted) => (key, now) => {
  const seen = recordOf(1).incident.severity;
  changeSeverity(viewer, { key, severity: wanted, reason: "It is so.", seen }, now);
});

const impact: fc.Arbitrary<Edit> = fc
  .record(
    {
      revenue_impact: fc.constantFrom("", "low", "critical"),
      affected_users_percentage: fc.constantFrom("", "0", "12.5", "80"),
      data_integrity_risk: fc.constantFrom("", "yes", "no"),
      affected_regions: fc.constantFrom("", "eu", "eu\nus\nasia"),
      alert_count: fc.constantFrom("", "3", "25"),
    },
    { requiredKeys: [] },
  )
  .map((facts) => (key, now) => {
    changeFacts(viewer, { key, facts, seen: factTexts(recordOf(1), RATED_FACTS) }, now);
  });

const pick: fc.Arbitrary<Edit> = fc
  .record({ name: fc.constantFrom(...MILESTONES), nth: fc.nat(4) })
  .map(({ name, nth }) => (key, now) => {
    const offered = getIncidentDetail(viewer, key)?.milestones.find((each) => each.name === name);
    const candidate = offered?.candidates[nth]?.value ?? "default";
    pickMilestone(viewer, { key, milestone: name, candidate }, now);
  });

const status: fc.Arbitrary<Edit> = fc
  .constantFrom("investigating", "identified", "monitoring")
  .map((to) => (key, now) => {
    changeStatus(viewer, { key, status: to, seenStatus: recordOf(1).incident.status }, now);
  });

const end: fc.Arbitrary<Edit> = fc.constant((key, now) => resolveIncident(viewer, { key }, now));
const reopening: fc.Arbitrary<Edit> = fc.constant((key, now) =>
  reopenIncident(viewer, { key, reason: "It is back." }, now),
);

const edits = fc.array(
  fc.record({
    edit: fc.oneof(event, update, severity, impact, pick, status, end, reopening),
    minutes: fc.nat(30),
  }),
  { minLength: 1, maxLength: 15 },
);

/** Does it, unless a rule says no: then it changes nothing. */
function attempt(edit: Edit, key: string, now: number): void {
  try {
    edit(key, now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

function expectOneTruth(key: string): void {
  const shown = getIncidentDetail(viewer, key)?.analysis;
  expect(shown).toEqual(analyze(recordOf(1), choicesOf(1)));

  const parsed = parseRecord(exportRecord(viewer, key) ?? "");
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  expect(analyze(parsed.record, choicesOf(1))).toEqual(shown);
}

function afterEdits(begin: () => string, start: number): void {
  fc.assert(
    fc.property(edits, (steps) => {
      replaceDatabase(openDatabase(":memory:"));
      const key = begin();
      let now = start;
      for (const { edit, minutes } of steps) {
        now += minutes * MINUTE;
        attempt(edit, key, now);
      }
      expectOneTruth(key);
    }),
    { numRuns: 30, endOnFailure: true },
  );
  replaceDatabase(undefined);
}

describe("what the portal derives", () => {
  test("is the analysis of the export after any edits of a declared incident", () => {
    afterEdits(() => makeIncident({ facts: { revenue_impact: "low" }, severity: "SEV4" }), NOON);
  });

  test("is the analysis of the export after any edits of an imported incident", () => {
    afterEdits(() => importRecord("Grace", sampleRecord()).key, Date.parse("2024-01-15T17:00:00Z"));
  });
});
