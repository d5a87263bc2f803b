import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addDeployment } from "@/db/mutations/deployments";
import { importRecord } from "@/db/mutations/import";
import { mergeIncident } from "@/db/mutations/merges";
import { findIncidentByKey, recordOf } from "@/db/queries/record";
import { auditLog } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const grace = makeViewer();
const recordAt = (key: string) => recordOf(findIncidentByKey(grace, key)?.id ?? 0);
const MINUTE = 60_000;

describe("addDeployment", () => {
  test("adds to the record's list and changes nothing else, unknown keys included", () => {
    const record = sampleRecord();
    const key = record.incident.id;
    record.context = { ...record.context, weather: "rain" };
    importRecord("Ada", record);
    addDeployment(grace, {
      key,
      service: "payment-gateway",
      version: "7.1",
      changes: "Smaller pools",
      at: Date.UTC(2024, 0, 15, 14, 16),
    });

    const added = {
      service: "payment-gateway",
      deployed_at: "2024-01-15T14:16:00Z",
      version: "7.1",
      changes: "Smaller pools",
    };
    const recent = [...(record.context?.recent_deployments ?? []), added];
    expect(recordAt(key)).toEqual({
      ...record,
      context: { ...record.context, recent_deployments: recent },
    });
  });

  test("makes the list where the record has none, with what is known, at the present time", () => {
    const key = makeIncident();
    addDeployment(grace, { key, service: "checkout" }, NOON + MINUTE + 400);
    expect(recordAt(key).context).toEqual({
      recent_deployments: [{ service: "checkout", deployed_at: "2026-01-05T12:01:00Z" }],
    });
  });

  test("leaves an audit row", () => {
    const key = makeIncident();
    addDeployment(grace, { key, service: "checkout", version: "2" }, NOON);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "incident:add-deployment",
      actor: "Grace",
      detail: { service: "checkout", version: "2" },
    });
  });

  test("takes the same one sent twice as one, and another version as another", () => {
    const key = makeIncident();
    const sent = { key, service: "checkout", at: NOON - MINUTE };
    for (const version of ["1", "1", "2", undefined, undefined]) {
      addDeployment(grace, { ...sent, version }, NOON);
    }
    expect(recordAt(key).context?.recent_deployments).toHaveLength(3);
  });

  test("refuses a time that is yet to come, and an incident that was merged", () => {
    const key = makeIncident();
    const service = "checkout";
    expect(() => addDeployment(grace, { key, service, at: NOON + 5 * MINUTE }, NOON)).toThrow(
      "That time is yet to come.",
    );
    mergeIncident(grace, { key, other: makeIncident() });
    expect(() => addDeployment(grace, { key, service }, NOON)).toThrow("was merged into");
  });
});
