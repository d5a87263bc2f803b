import { describe, expect, test } from "vitest";
import {
  incidentFilterQuery,
  isFineNarrowed,
  isNarrowed,
  parseIncidentFilters,
} from "@/lib/domain/incident-filters";

describe("parseIncidentFilters", () => {
  test("shows all open incidents where the address asks for nothing", () => {
    expect(parseIncidentFilters({})).toEqual({ view: "open", page: 1 });
  });

  test("reads every filter", () => {
    const asked = {
      view: "all",
      severity: "SEV2",
      status: "monitoring",
      service: "payment-gateway",
      commander: "Jane Doe",
      role: "me",
      drill: "hide",
      from: "2026-01-05",
      to: "2026-02-28",
      text: "  checkout ",
      page: "3",
    };
    expect(parseIncidentFilters(asked)).toEqual({ ...asked, text: "checkout", page: 3 });
  });

  test.each([
    { view: "closed", severity: "SEV9", page: "-1" },
    { view: "", severity: "sev1", status: " ", text: "", page: "1.5" },
    { page: "1e300", commander: undefined },
    { page: "NaN" },
    { role: "you", drill: "maybe", from: "yesterday", to: "2026-02-30" },
  ])("falls back where the address makes no sense: %j", (params) => {
    expect(parseIncidentFilters(params)).toEqual({ view: "open", page: 1 });
  });

  test("takes the first of a repeated filter", () => {
    expect(parseIncidentFilters({ view: ["resolved", "all"] }).view).toBe("resolved");
  });

  test("cuts a text that is longer than any search", () => {
    expect(parseIncidentFilters({ text: "a".repeat(5000) }).text).toHaveLength(200);
  });
});

describe("incidentFilterQuery", () => {
  test("is empty for the list as it opens", () => {
    expect(incidentFilterQuery({ view: "open", page: 1 })).toBe("");
  });

  test("leads back to the same filters", () => {
    const filters = parseIncidentFilters({
      view: "all",
      service: "a & b",
      text: "50 %",
      page: "2",
    });
    const query = new URLSearchParams(incidentFilterQuery(filters));
    expect(parseIncidentFilters(Object.fromEntries(query))).toEqual(filters);
  });
});

describe("isNarrowed", () => {
  test("is false for a view and a page alone", () => {
    expect(isNarrowed(parseIncidentFilters({ view: "all", page: "2" }))).toBe(false);
  });

  test("is true for any filter", () => {
    expect(isNarrowed(parseIncidentFilters({ commander: "Jane" }))).toBe(true);
  });
});

describe("isFineNarrowed", () => {
  test("is true for a filter that is folded away", () => {
    expect(isFineNarrowed(parseIncidentFilters({ drill: "only" }))).toBe(true);
    expect(isFineNarrowed(parseIncidentFilters({ severity: "SEV1", text: "a" }))).toBe(false);
  });
});
