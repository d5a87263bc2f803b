import { describe, expect, test } from "vitest";
import { proposalFor, proposalsFor, type DeadlineGuide } from "@/lib/domain/deadline-guide";
import { policyFrom } from "@/lib/domain/deadline-policy";

const OFFICE = [1, 2, 3, 4, 5];
const GUIDE: DeadlineGuide = {
  policy: policyFrom([]),
  places: [
    { madeOn: "2026-05-01", workingDays: OFFICE },
    { team: "Payments", madeOn: "2026-05-02", workingDays: OFFICE },
    { team: "Search", madeOn: "2026-05-01", workingDays: [7, 1, 2, 3, 4] },
  ],
  owners: { "alice chen": 1 },
  incidents: {
    "INC-2026-0001": { severity: "SEV2", place: 2 },
    "INC-2026-0002": { severity: "SEV4", place: 0 },
  },
};
const form = { key: "INC-2026-0001", owner: "", priority: "P1" };

describe("proposalFor", () => {
  test("counts where the incident's service belongs", () => {
    expect(proposalFor(GUIDE, form)).toEqual({
      severity: "SEV2",
      day: "2026-05-07",
      days: 5,
      team: "Search",
    });
  });

  test("counts where the owner belongs, whatever the service", () => {
    expect(proposalFor(GUIDE, { ...form, owner: " Alice Chen" })).toMatchObject({
      day: "2026-05-08",
      team: "Payments",
    });
  });

  test("counts where somebody put the item, before all", () => {
    const guide = { ...GUIDE, ownPlace: 2 };
    expect(proposalFor(guide, { ...form, owner: "Alice Chen" })?.team).toBe("Search");
  });

  test("counts where nobody's work is, without a team", () => {
    expect(proposalFor(GUIDE, { ...form, key: " INC-2026-0002 " })).toEqual({
      severity: "SEV4",
      day: "2026-05-15",
      days: 10,
      team: undefined,
    });
  });

  test("has no day without a priority, or where the policy sets none", () => {
    expect(proposalFor(GUIDE, { ...form, priority: "" })?.day).toBeNull();
    expect(proposalFor(GUIDE, { ...form, priority: "P4" })).toMatchObject({
      day: null,
      days: null,
    });
  });

  test("is of the only incident where the form asks for none", () => {
    const incidents = { "INC-2026-0002": { severity: "SEV4", place: 0 } } as const;
    expect(proposalFor({ ...GUIDE, incidents }, { ...form, key: "" })?.day).toBe("2026-05-15");
    expect(proposalFor(GUIDE, { ...form, key: "" })).toBeUndefined();
  });

  test("knows nothing of an incident that it was not told of", () => {
    expect(proposalFor(GUIDE, { ...form, key: "INC-2026-0404" })).toBeUndefined();
    expect(proposalFor({ ...GUIDE, ownPlace: 9 }, form)).toBeUndefined();
  });
});

describe("proposalsFor", () => {
  test("names the day of each priority that has one", () => {
    expect(proposalsFor(GUIDE, { ...form, key: "INC-2026-0002" })).toEqual([
      { priority: "P0", day: "2026-05-05" },
      { priority: "P1", day: "2026-05-15" },
      { priority: "P2", day: "2026-06-26" },
      { priority: "P3", day: "2026-06-26" },
    ]);
    expect(proposalsFor(GUIDE, { ...form, key: "" })).toEqual([]);
  });
});
