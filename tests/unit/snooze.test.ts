import { describe, expect, test } from "vitest";
import { isSnoozed, snoozeUntil } from "@/lib/domain/snooze";

describe("isSnoozed", () => {
  test("ends on the day itself", () => {
    const item = { snoozedUntil: "2026-03-02" };
    expect(isSnoozed(item, "2026-03-01")).toBe(true);
    expect(isSnoozed(item, "2026-03-02")).toBe(false);
    expect(isSnoozed({ snoozedUntil: null }, "2026-03-01")).toBe(false);
  });
});

describe("snoozeUntil", () => {
  test("takes a later day within half a year", () => {
    expect(snoozeUntil("2026-03-02", "2026-03-01")).toBe("2026-03-02");
    expect(snoozeUntil("2026-08-28", "2026-03-01")).toBe("2026-08-28");
  });

  test.each(["2026-03-01", "2026-02-28", "tomorrow", "2026-02-30"])("refuses %s", (day) => {
    expect(() => snoozeUntil(day, "2026-03-01")).toThrow("Choose a day after today.");
  });

  test("refuses a day too far away", () => {
    expect(() => snoozeUntil("2026-08-29", "2026-03-01")).toThrow("within 180 days");
  });
});
