import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { resolveIncident } from "@/db/mutations/incidents";
import { changeStatus } from "@/db/mutations/status";
import { findIncidentByKey } from "@/db/queries/record";
import { auditLog, events } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const status = (key: string) => findIncidentByKey(makeViewer(), key)?.status;
const step = (key: string, to: "identified" | "monitoring", seenStatus = "investigating") =>
  changeStatus(makeViewer(), { key, status: to, seenStatus }, NOON + 60_000);

describe("changeStatus", () => {
  test("moves an incident on and tells the timeline", () => {
    const key = makeIncident();
    step(key, "identified");

    expect(status(key)).toBe("identified");
    expect(db().select().from(events).all().at(-1)).toMatchObject({
      at: NOON + 60_000,
      type: "status_change",
      actor: "Grace",
      description: "Status changed from investigating to identified.",
      origin: "system",
    });
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "incident:change-status",
      detail: { before: { status: "investigating" }, after: { status: "identified" } },
    });
  });

  test("lets the second of two writers know", () => {
    const key = makeIncident();
    step(key, "monitoring");
    expect(() => step(key, "identified")).toThrow("is monitoring now, not investigating");
    expect(status(key)).toBe("monitoring");
  });

  test("changes nothing where the incident is there already", () => {
    const key = makeIncident();
    step(key, "identified");
    step(key, "identified", "identified");
    expect(db().select().from(events).all()).toHaveLength(2);
  });

  test("leaves the way back from the end to the reopening", () => {
    const key = makeIncident();
    resolveIncident(makeViewer(), { key }, NOON + 60_000);
    expect(() => step(key, "identified", "resolved")).toThrow("Reopen it first, and say why.");
  });
});
