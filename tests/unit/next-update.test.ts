import { describe, expect, test } from "vitest";
import { nextUpdateDue } from "@/lib/domain/next-update";

const AT = Date.UTC(2026, 0, 5, 12);
const MINUTE = 60_000;
const post = { audience: "external", message: "We look.", severity: "SEV2", at: AT } as const;

describe("nextUpdateDue", () => {
  test("is at the writer's time, before their minutes", () => {
    const nextUpdateAt = AT + 7 * MINUTE;
    expect(nextUpdateDue({ nextUpdateAt, nextUpdateMinutes: 15 }, post)).toBe(nextUpdateAt);
    expect(nextUpdateDue({ nextUpdateMinutes: 15, asUsual: true }, post)).toBe(AT + 15 * MINUTE);
  });

  test("is as usual what the text says, else what the severity asks", () => {
    const said = { ...post, message: "Next update in 5 minutes." };
    expect(nextUpdateDue({ asUsual: true }, said)).toBe(AT + 5 * MINUTE);
    expect(nextUpdateDue({ asUsual: true }, post)).toBe(AT + 30 * MINUTE);
  });

  test("is none where nothing is promised, or the readers are not everyone", () => {
    expect(nextUpdateDue({}, post)).toBeUndefined();
    expect(nextUpdateDue({ asUsual: true }, { ...post, audience: "internal" })).toBeUndefined();
  });
});
