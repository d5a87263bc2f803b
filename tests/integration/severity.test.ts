import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { changeSeverity, explainSeverity } from "@/db/mutations/severity";
import { findIncidentByKey } from "@/db/queries/record";
import { listSeverityChanges } from "@/db/queries/severity";
import { auditLog, events } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const SAMPLE = "INC-2024-0142";
const minute = 60_000;
const severity = (key: string) => findIncidentByKey(makeViewer(), key)?.severity;
const lastEvent = () => db().select().from(events).all().at(-1);
const lastAudit = () => db().select().from(auditLog).all().at(-1);

describe("changeSeverity", () => {
  test("changes it, and tells the timeline and the history", () => {
    const key = makeIncident({ severity: "SEV3" });

    changeSeverity(
      makeViewer({ name: "Ada" }),
      { key, severity: "SEV1", reason: "Money is lost.", seen: "SEV3" },
      NOON + minute + 400,
    );

    expect(severity(key)).toBe("SEV1");
    expect(lastEvent()).toMatchObject({
      at: NOON + minute,
      type: "severity_change",
      actor: "Ada",
      description: "Severity changed from SEV3 to SEV1. Money is lost.",
      metadata: { severity: "SEV1", severity_before: "SEV3" },
      origin: "system",
    });
    expect(listSeverityChanges(1)).toMatchObject([
      { before: null, after: "SEV3", changedBy: "Grace", changedAt: NOON, computed: null },
      { before: "SEV3", after: "SEV1", reason: "Money is lost.", changedBy: "Ada", computed: null },
    ]);
    expect(lastAudit()).toMatchObject({
      action: "incident:change-severity",
      detail: { before: { severity: "SEV3" }, after: { severity: "SEV1" } },
      incidentId: 1,
    });
  });

  test("asks for a line of why against the computed severity, and keeps what was computed", () => {
    importRecord("Grace", sampleRecord());
    const change = { key: SAMPLE, severity: "SEV3", seen: "SEV1" } as const;

    expect(() => changeSeverity(makeViewer(), change)).toThrow(
      "The answers speak for SEV2 (score 0.707). Say in one line why it is SEV3.",
    );
    expect(severity(SAMPLE)).toBe("SEV1");
    expect(listSeverityChanges(1)).toEqual([]);

    changeSeverity(makeViewer(), { ...change, reason: "It was over soon." }, NOON);
    expect(listSeverityChanges(1)).toEqual([
      {
        before: "SEV1",
        after: "SEV3",
        computed: "SEV2",
        score: 0.707,
        reason: "It was over soon.",
        changedBy: "Grace",
        changedAt: NOON,
      },
    ]);
  });

  test("needs no reason for the computed severity", () => {
    importRecord("Grace", sampleRecord());
    changeSeverity(makeViewer(), { key: SAMPLE, severity: "SEV2", seen: "SEV1" });
    expect(severity(SAMPLE)).toBe("SEV2");
  });

  test("lets the second of two writers know instead of overwriting the first", () => {
    const key = makeIncident({ severity: "SEV3" });
    changeSeverity(makeViewer({ name: "Ada" }), { key, severity: "SEV1", seen: "SEV3" });

    const second = () => changeSeverity(makeViewer(), { key, severity: "SEV4", seen: "SEV3" });
    expect(second).toThrow(ConflictError);
    expect(second).toThrow("the severity is SEV1 now, not SEV3");
    expect(severity(key)).toBe("SEV1");

    changeSeverity(makeViewer(), { key, severity: "SEV4", seen: "SEV1" });
    expect(severity(key)).toBe("SEV4");
  });

  test("refuses the severity that stands there", () => {
    const key = makeIncident({ severity: "SEV3" });
    expect(() => changeSeverity(makeViewer(), { key, severity: "SEV3", seen: "SEV3" })).toThrow(
      "INC-2026-0001 is SEV3 already.",
    );
  });
});

describe("explainSeverity", () => {
  const reason = "Payments stood still.";

  test("keeps why once, without an event", () => {
    importRecord("Grace", sampleRecord());
    explainSeverity(makeViewer(), { key: SAMPLE, reason, seen: "SEV1" }, NOON);

    expect(listSeverityChanges(1)).toMatchObject([
      { before: "SEV1", after: "SEV1", computed: "SEV2", reason, changedBy: "Grace" },
    ]);
    expect(db().select().from(events).all()).toHaveLength(18);
    expect(lastAudit()).toMatchObject({ action: "incident:explain-severity" });
    expect(() =>
      explainSeverity(makeViewer(), { key: SAMPLE, reason: "Another", seen: "SEV1" }),
    ).toThrow("Grace has said why: Payments stood still.");
  });

  test("has nothing to explain where both agree", () => {
    const key = makeIncident();
    expect(() => explainSeverity(makeViewer(), { key, reason, seen: "SEV2" })).toThrow(
      "there is nothing to explain",
    );
  });

  test("explains the severity that its writer saw", () => {
    importRecord("Grace", sampleRecord());
    expect(() => explainSeverity(makeViewer(), { key: SAMPLE, reason, seen: "SEV4" })).toThrow(
      "While you wrote, the severity changed from SEV4 to SEV1.",
    );
  });
});
