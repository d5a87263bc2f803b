import { describe, expect, test } from "vitest";
import { rankDeployments } from "@/lib/domain/deployments";
import type { RecordDeployment, RecordIncident } from "@/lib/domain/record";
import { makeRecord } from "../support/make";
import { clockMs } from "../support/make-timeline";

const detection = { at: clockMs("10:00"), word: "detection" } as const;

function rank(deployments: RecordDeployment[], services: Partial<RecordIncident> = {}) {
  const record = makeRecord({ context: { recent_deployments: deployments } });
  return rankDeployments({ ...record, incident: { ...record.incident, ...services } }, detection);
}

const deployed = (time: string, service = "checkout") => ({
  service,
  deployed_at: `2026-01-05T${time}:00Z`,
});

describe("rankDeployments", () => {
  test("puts the nearest before the detection first", () => {
    const { before } = rank([deployed("08:00"), deployed("09:56"), deployed("09:30")]);
    expect(before.map(({ index, minutes }) => [index, minutes])).toEqual([
      [1, 4],
      [2, 30],
      [0, 120],
    ]);
  });

  test("lists those from the detection on apart, in their order", () => {
    const { before, after } = rank([deployed("11:00"), deployed("10:00"), deployed("09:00")]);
    expect(before.map(({ index }) => index)).toEqual([2]);
    expect(after.map(({ index, minutes }) => [index, minutes])).toEqual([
      [1, 0],
      [0, 60],
    ]);
  });

  test("knows whether the deployed service is an affected one", () => {
    const both = [deployed("09:00", "checkout"), deployed("08:00", "user-api")];
    const isAffected = (services: Partial<RecordIncident>) =>
      rank(both, services).before.map((each) => each.isAffected);
    expect(isAffected({ service: "checkout" })).toEqual([true, false]);
    expect(isAffected({ affected_services: ["user-api"] })).toEqual([false, true]);
    expect(isAffected({})).toEqual([undefined, undefined]);
  });

  test("says nothing of a deployment that names no service", () => {
    const { before } = rank([{ deployed_at: "2026-01-05T09:00:00Z", service: "", version: null }], {
      service: "checkout",
    });
    expect(before).toMatchObject([{ service: null, version: null, isAffected: undefined }]);
  });

  test("keeps those without a time that can be read", () => {
    const { undated } = rank([
      { service: "checkout", version: "2", changes: "Pools" },
      { deployed_at: "yesterday" },
    ]);
    expect(undated).toMatchObject([
      { index: 0, service: "checkout", version: "2", changes: "Pools" },
      { index: 1, service: null },
    ]);
  });

  test("finds none in a record without a context", () => {
    expect(rankDeployments(makeRecord(), detection)).toEqual({
      before: [],
      after: [],
      undated: [],
    });
  });
});
