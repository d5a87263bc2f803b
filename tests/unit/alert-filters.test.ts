import { describe, expect, test } from "vitest";
import { alertsPath, isNarrowed, readAlertFilters } from "@/lib/domain/alerts/alert-filters";

describe("readAlertFilters", () => {
  test("shows what waits where an address asks for nothing", () => {
    expect(readAlertFilters({})).toEqual({ tab: "waiting", page: 1 });
  });

  test("reads what an address asks for", () => {
    const params = { tab: "all", source: "grafana", severity: "SEV1", service: " x ", page: "3" };
    expect(readAlertFilters({ ...params, text: ["db", "b"] })).toEqual({
      ...params,
      service: "x",
      text: "db",
      page: 3,
    });
  });

  test("leaves out what makes no sense", () => {
    const params = { tab: "x", source: "x", severity: "SEV9", service: " ", page: "0" };
    expect(readAlertFilters(params)).toEqual({ tab: "waiting", page: 1 });
  });
});

describe("alertsPath", () => {
  test("says only what does not go without saying", () => {
    expect(alertsPath({})).toBe("/alerts");
    expect(alertsPath({ tab: "all", service: "a b", source: undefined, page: 2 })).toBe(
      "/alerts?tab=all&service=a+b&page=2",
    );
  });
});

describe("isNarrowed", () => {
  test("is true for filters beside the tab", () => {
    expect(isNarrowed({ tab: "all", page: 2 })).toBe(false);
    expect(isNarrowed({ tab: "all", text: "x", page: 1 })).toBe(true);
  });
});
