import { describe, expect, test } from "vitest";
import { rankOf } from "@/lib/domain/notice";

describe("rankOf", () => {
  test("puts incident updates first, reminders last, and what somebody waits for before all", () => {
    expect(rankOf("incident_update")).toBeGreaterThan(0);
    expect(rankOf("maintenance_reminder")).toBeGreaterThan(rankOf("maintenance_update"));
    expect(rankOf("maintenance_update")).toBeGreaterThan(rankOf("incident_update"));
  });
});
