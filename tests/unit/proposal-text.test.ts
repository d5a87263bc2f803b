import { describe, expect, test } from "vitest";
import {
  emptyText,
  proposalText,
  standingText,
} from "@/components/action-items/deadlines/proposal-text";

const P1 = { severity: "SEV2", day: "2026-05-08", days: 5, team: "Payments" } as const;
const P4 = { severity: "SEV2", day: null, days: null, team: undefined } as const;

describe("proposalText", () => {
  test("says how many days, for what and where", () => {
    expect(proposalText(P1, "P1")).toBe("5 working days for a P1 of a SEV2, as Payments works");
    expect(proposalText({ ...P1, days: 1, team: undefined }, "P0")).toBe(
      "1 working day for a P0 of a SEV2",
    );
  });
});

describe("emptyText", () => {
  test("says which day it will be", () => {
    expect(emptyText(P1, "P1")).toBe(
      "Left empty, it is due on 8 May 2026: 5 working days for a P1 of a SEV2, as Payments works.",
    );
    expect(emptyText(P4, "P4")).toBe("The policy sets none for a P4 of a SEV2.");
    expect(emptyText(P4, "")).toBe("Left empty, the policy sets it once there is a priority.");
    expect(emptyText(undefined, "P1")).toBe("Left empty, the policy sets it.");
  });
});

describe("standingText", () => {
  test("says what the policy sets, if it says anything", () => {
    expect(standingText(P1, "P1")).toBe(
      "The policy sets 8 May 2026: 5 working days for a P1 of a SEV2, as Payments works.",
    );
    expect(standingText(P4, "P4")).toBe("The policy sets none for a P4 of a SEV2.");
    expect(standingText(P4, "")).toBeUndefined();
    expect(standingText(undefined, "P1")).toBeUndefined();
  });
});
