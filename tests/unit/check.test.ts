import { describe, expect, test } from "vitest";
import { checkStateOf, standingCheck, writtenCheck, type Check } from "@/lib/domain/check";

const makeCheck = (overrides: Partial<Check> = {}): Check => ({
  status: "done",
  checkText: "Fires at 70 %",
  checkDue: "2026-05-01",
  checkResult: null,
  ...overrides,
});

describe("checkStateOf", () => {
  test("waits until its day, on which it is due", () => {
    expect(checkStateOf(makeCheck(), "2026-04-30")).toBe("waiting");
    expect(checkStateOf(makeCheck(), "2026-05-01")).toBe("due");
    expect(checkStateOf(makeCheck({ status: "open" }), "2026-05-02")).toBe("due");
  });

  test("waits for ever without a day", () => {
    expect(checkStateOf(makeCheck({ checkDue: null }), "2026-05-01")).toBe("waiting");
  });

  test("is what somebody saw, once somebody looked", () => {
    expect(checkStateOf(makeCheck({ checkResult: "held" }), "2026-05-02")).toBe("held");
    expect(checkStateOf(makeCheck({ checkResult: "failed" }), "2026-05-02")).toBe("failed");
  });

  test("is nothing without a check, and of what will not be done", () => {
    expect(checkStateOf(makeCheck({ checkText: null }), "2026-05-02")).toBeUndefined();
    expect(checkStateOf(makeCheck({ status: "wont_do" }), "2026-05-02")).toBeUndefined();
  });
});

describe("writtenCheck", () => {
  test("is the check with its day", () => {
    expect(writtenCheck({ text: "Fires", due: "2026-05-01" })).toBe("Fires (2026-05-01)");
    expect(writtenCheck({ text: "Fires", due: null })).toBe("Fires (no day)");
    expect(writtenCheck({ text: null, due: null })).toBeNull();
  });
});

describe("standingCheck", () => {
  const check = { text: "Fires", due: "2026-05-01", result: null };

  test("says what is to be checked, and what came of it", () => {
    expect(standingCheck(check)).toBe("The check is “Fires (2026-05-01)” now.");
    expect(standingCheck({ ...check, result: "held" })).toMatch(/now, and it held\.$/);
    expect(standingCheck({ ...check, text: null })).toBe("There is no check now.");
  });
});
