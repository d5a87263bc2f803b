import { describe, expect, test } from "vitest";
import { policyFrom } from "@/lib/domain/deadline-policy";
import { changedRules, collisionText, policyChanges, policyTexts } from "@/lib/domain/policy-form";

const POLICY = policyFrom([]);
const SEEN = policyTexts(POLICY);

describe("policyTexts", () => {
  test("hold every rule's days, and nothing where there is no limit", () => {
    expect(Object.keys(SEEN)).toHaveLength(40);
    expect(SEEN["finishDays.P1.SEV3"]).toBe("10");
    expect(SEEN["assignDays.P0.SEV1"]).toBe("0");
    expect(SEEN["finishDays.P4.SEV1"]).toBe("");
  });
});

describe("policyChanges", () => {
  test("are those that the writer made, whatever others did elsewhere", () => {
    const policy = policyFrom([{ priority: "P0", severity: "SEV1", assignDays: 0, finishDays: 1 }]);
    const written = { ...SEEN, "finishDays.P1.SEV1": " 4 " };
    const { changes, collided } = policyChanges(policy, written, SEEN);
    expect(changes).toMatchObject([{ part: "finishDays", now: "5", written: "4" }]);
    expect(collided).toEqual([]);
  });

  test("collide with what somebody else put in the same field", () => {
    const policy = policyFrom([{ priority: "P1", severity: "SEV1", assignDays: 1, finishDays: 3 }]);
    const { collided } = policyChanges(policy, { "finishDays.P1.SEV1": "" }, SEEN);
    expect(collisionText(collided)).toBe(
      "Someone else was faster. P1, SEV1 now says “3”, you wrote nothing. Yours is kept here: save again to put it in place.",
    );
  });

  test("are none where two wrote the same", () => {
    const policy = policyFrom([{ priority: "P1", severity: "SEV1", assignDays: 1, finishDays: 3 }]);
    expect(policyChanges(policy, { "finishDays.P1.SEV1": "3" }, SEEN).changes).toEqual([]);
  });
});

describe("changedRules", () => {
  const rulesOf = (written: Record<string, string>) =>
    changedRules(policyChanges(POLICY, written, SEEN).changes);

  test("put both parts of a rule together", () => {
    expect(rulesOf({ "finishDays.P4.SEV1": "60", "assignDays.P4.SEV1": "0" })).toEqual([
      { priority: "P4", severity: "SEV1", assignDays: 0, finishDays: 60 },
    ]);
  });

  test("have no limit where nothing is written", () => {
    expect(rulesOf({ "finishDays.P1.SEV1": " " })).toMatchObject([{ finishDays: null }]);
  });

  test.each(["-1", "1.5", "261", "ten", "99999"])("refuse “%s”", (text) => {
    expect(() => rulesOf({ "finishDays.P1.SEV1": text })).toThrow(
      "Write whole days from 0 to 260, or nothing.",
    );
  });
});
