import { describe, expect, test } from "vitest";
import { figuresOf } from "@/components/action-items/numbers/figures";
import type { ActionNumbers } from "@/lib/domain/action-numbers";

const makeNumbers = (overrides: Partial<ActionNumbers> = {}): ActionNumbers => ({
  open: 0,
  overdue: 0,
  medianAge: undefined,
  onTime: { count: 0, of: 0, percent: undefined },
  undated: 0,
  dayUnknown: 0,
  reopened: 0,
  within30: { count: 0, of: 0, percent: undefined },
  meetsTarget: undefined,
  ...overrides,
});

const PERIOD = { from: "2026-01-01", to: "2026-03-31" };

function figure(label: string, numbers: Partial<ActionNumbers>, whose = {}) {
  const figures = figuresOf(makeNumbers(numbers), { period: {}, ...whose });
  const found = figures.find((each) => each.label === label);
  if (!found) throw new Error(`There is no figure ${label}`);
  return found;
}

describe("figuresOf", () => {
  test("leads from each figure to its items, within the team and the period", () => {
    const whose = { board: "payments", period: PERIOD };
    const query = "board=payments&show=";
    expect(figure("Reopened", { reopened: 2 }, whose)).toMatchObject({
      value: "2",
      href: `/actions?${query}reopened&from=2026-01-01&to=2026-03-31`,
    });
    expect(figure("Open", { open: 4 }, whose).href).toBe(`/actions?${query}open`);
    expect(figure("Overdue", { overdue: 1 }).href).toBe("/actions?show=overdue");
  });

  test("says how many are behind a share, and that few give none", () => {
    expect(
      figure("Done in time", { onTime: { count: 2, of: 3, percent: undefined } }),
    ).toMatchObject({
      value: "2 of 3",
      note: "3 items done with a deadline; shares need 5",
      others: [{ text: "1 late", href: "/actions?show=late" }],
    });
    expect(figure("Done in time", { onTime: { count: 5, of: 6, percent: 83 } })).toMatchObject({
      value: "83\u00a0%",
      note: "5 of 6 items done with a deadline",
    });
    expect(figure("Done in time", {}).value).toBe("–");
  });

  test("names what nobody can put into the share", () => {
    expect(
      figure("Done in time", { undated: 2, dayUnknown: 1 }, { period: PERIOD }).others,
    ).toEqual([
      {
        text: "2 without a deadline",
        href: "/actions?show=done-undated&from=2026-01-01&to=2026-03-31",
      },
      { text: "1 done, day unknown", href: "/actions?show=day-unknown" },
    ]);
  });

  test("says how old what is open is, if it is enough to say it", () => {
    expect(figure("Median age", { open: 1 })).toMatchObject({
      value: "–",
      note: "1 item; medians need 5",
    });
    expect(figure("Median age", { open: 5, medianAge: 1 }).value).toBe("1 day");
    expect(figure("Median age", { open: 6, medianAge: 12.5 })).toMatchObject({
      value: "12.5 days",
      note: "Of 6 items that are open",
    });
  });

  test("says whether the target is met, and marks what is bad", () => {
    const soon = "SEV1 and SEV2 within 30 days";
    const met = { within30: { count: 4, of: 5, percent: 80 }, meetsTarget: true };
    expect(figure(soon, met)).toMatchObject({
      value: "80\u00a0%",
      note: "4 of 5 items made more than 30 days ago. The target of 80\u00a0% is met",
      isBad: false,
      others: [{ text: "1 not within 30 days", href: "/actions?show=not-in-30" }],
    });
    const missed = { within30: { count: 3, of: 5, percent: 60 }, meetsTarget: false };
    expect(figure(soon, missed)).toMatchObject({ isBad: true, verdict: "Target missed" });
    expect(figure(soon, met).verdict).toBe("Target met");
    expect(figure(soon, {}).note).toBe(
      "0 items made more than 30 days ago; shares need 5. The target is 80\u00a0%",
    );
    expect(figure("Overdue", { overdue: 1 }).isBad).toBe(true);
  });
});
