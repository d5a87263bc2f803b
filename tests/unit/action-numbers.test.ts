import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  itemsIn,
  NUMBER_SETS,
  numbersOf,
  parseNumberSet,
  parsePeriod,
  type CountedItem,
  type NumberSet,
} from "@/lib/domain/action-numbers";
import { SEVERITIES } from "@/lib/domain/incident";

let ids = 0;

function makeItem(overrides: Partial<CountedItem> = {}): CountedItem {
  ids += 1;
  return {
    id: ids,
    status: "open",
    severity: "SEV1",
    isDrill: false,
    deadline: null,
    bornOn: "2026-01-05",
    closedOn: null,
    reopenedOn: [],
    today: "2026-06-01",
    ...overrides,
  };
}

const makeDone = (closedOn: string | null, overrides: Partial<CountedItem> = {}) =>
  makeItem({ status: "done", closedOn, ...overrides });

const setsOf = (item: CountedItem, period = {}): NumberSet[] =>
  NUMBER_SETS.filter((set) => itemsIn(set, [item], period).length > 0);

const times = (count: number, item: CountedItem) => Array.from({ length: count }, () => item);

describe("itemsIn", () => {
  test("finds what is open and what is overdue today, whatever the period", () => {
    const period = { from: "2020-01-01", to: "2020-02-01" };
    expect(setsOf(makeItem({ severity: "SEV3" }), period)).toEqual(["open"]);
    expect(setsOf(makeItem({ deadline: "2026-05-31" }), period)).toEqual(["open", "overdue"]);
    expect(setsOf(makeItem({ deadline: "2026-06-01" }), period)).toEqual(["open"]);
    expect(setsOf(makeItem({ deadline: "in May" }), period)).toEqual(["open"]);
  });

  test("counts what is done on the day of its deadline as in time", () => {
    const due = { deadline: "2026-02-10", severity: "SEV3" } as const;
    expect(setsOf(makeDone("2026-02-10", due))).toEqual(["on-time"]);
    expect(setsOf(makeDone("2026-02-11", due))).toEqual(["late"]);
  });

  test("keeps what was done without a deadline, or without a known day, apart", () => {
    expect(setsOf(makeDone("2026-02-10", { severity: "SEV3" }))).toEqual(["done-undated"]);
    expect(setsOf(makeDone(null, { deadline: "2026-02-10" }))).toEqual(["day-unknown"]);
  });

  test("asks whether what was decided after a grave incident was done within 30 days", () => {
    const due = { deadline: "2026-12-31" };
    expect(setsOf(makeDone("2026-02-04", due))).toEqual(["on-time", "done-in-30"]);
    expect(setsOf(makeDone("2026-02-05", due))).toEqual(["on-time", "not-in-30"]);
    expect(setsOf(makeItem({ status: "wont_do", closedOn: "2026-01-06" }))).toEqual(["not-in-30"]);
    expect(setsOf(makeItem({ severity: "SEV2" }))).toEqual(["open", "not-in-30"]);
  });

  test("waits until the 30 days are over", () => {
    expect(setsOf(makeItem({ bornOn: "2026-05-02" }))).toEqual(["open"]);
    expect(setsOf(makeItem({ bornOn: "2026-05-01" }))).toEqual(["open", "not-in-30"]);
    expect(setsOf(makeDone("2026-05-20", { bornOn: "2026-05-19" }))).toEqual(["done-undated"]);
  });

  test("counts what happened on the first and the last day of the period, and nothing beyond", () => {
    const period = { from: "2026-02-01", to: "2026-02-28" };
    const closedOn = (day: string) => setsOf(makeDone(day, { severity: "SEV4" }), period);
    expect(closedOn("2026-01-31")).toEqual([]);
    expect(closedOn("2026-02-01")).toEqual(["done-undated"]);
    expect(closedOn("2026-02-28")).toEqual(["done-undated"]);
    expect(closedOn("2026-03-01")).toEqual([]);
    const reopened = makeItem({ severity: "SEV4", reopenedOn: ["2025-01-01", "2026-02-03"] });
    expect(setsOf(reopened, period)).toEqual(["open", "reopened"]);
    expect(setsOf(reopened, { from: "2026-02-04" })).toEqual(["open"]);
  });

  test("leaves out what belongs to a drill", () => {
    expect(setsOf(makeItem({ isDrill: true, deadline: "2020-01-01" }))).toEqual([]);
  });
});

describe("numbersOf", () => {
  test("gives no share and no median of fewer than five items", () => {
    const few = [...times(2, makeDone("2026-02-01")), ...times(2, makeItem())];
    expect(numbersOf(few, {})).toMatchObject({
      open: 2,
      medianAge: undefined,
      within30: { count: 2, of: 4, percent: undefined },
      meetsTarget: undefined,
    });
  });

  test("gives the median age of what is open, in days", () => {
    const born = ["2026-06-01", "2026-05-31", "2026-05-22", "2026-05-12", "2026-01-01"];
    const items = born.map((bornOn) => makeItem({ bornOn }));
    expect(numbersOf(items, {}).medianAge).toBe(10);
  });

  test("meets the target with four of five, and never by rounding", () => {
    const soon = makeDone("2026-02-01");
    const late = makeDone("2026-03-01");
    const four = numbersOf([...times(4, soon), late], {});
    expect(four).toMatchObject({ within30: { percent: 80 }, meetsTarget: true });
    const almost = numbersOf([...times(796, soon), ...times(204, late)], {});
    expect(almost).toMatchObject({ within30: { percent: 79 }, meetsTarget: false });
  });

  test("leaves the unknown days out of the shares and says how many there are", () => {
    const items = [
      ...times(5, makeDone("2026-02-01", { deadline: "2026-02-01" })),
      ...times(3, makeDone(null, { deadline: "2026-02-01" })),
      makeDone("2026-02-01"),
    ];
    expect(numbersOf(items, {})).toMatchObject({
      onTime: { count: 5, of: 5, percent: 100 },
      within30: { count: 6, of: 6 },
      dayUnknown: 3,
      undated: 1,
    });
  });

  const day = fc
    .integer({ min: 0, max: 800 })
    .map((count) => new Date(Date.UTC(2025, 0, 1 + count)).toISOString().slice(0, 10));
  const anyItem = fc.record({
    id: fc.nat(),
    status: fc.constantFrom("open", "done", "wont_do", "parked", null),
    severity: fc.constantFrom(...SEVERITIES),
    isDrill: fc.boolean(),
    deadline: fc.option(day),
    bornOn: day,
    closedOn: fc.option(day),
    reopenedOn: fc.array(day, { maxLength: 3 }),
    today: day,
  });

  test("counts each done item once, and no more items than there are", () => {
    const period = fc.record({
      from: fc.option(day, { nil: undefined }),
      to: fc.constant(undefined),
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), period, (items, asked) => {
        const done = (["on-time", "late", "done-undated", "day-unknown"] as const).map((set) =>
          itemsIn(set, items, asked),
        );
        const all = done.flat();
        expect(new Set(all).size).toBe(all.length);
        expect(all.every(({ status }) => status === "done")).toBe(true);
        const { within30, open, overdue } = numbersOf(items, asked);
        expect(within30.of).toBeLessThanOrEqual(items.length);
        expect(overdue).toBeLessThanOrEqual(open);
      }),
    );
  });
});

describe("parsePeriod", () => {
  test("reads the first and the last day", () => {
    expect(parsePeriod({ from: "2026-01-01", to: "2026-03-31" })).toEqual({
      from: "2026-01-01",
      to: "2026-03-31",
    });
  });

  test("takes what is no day, or ends before it begins, for not asked", () => {
    expect(parsePeriod({ from: "2026-02-30", to: ["2026-03-31", "x"] })).toEqual({
      from: undefined,
      to: "2026-03-31",
    });
    expect(parsePeriod({ from: "2026-03-31", to: "2026-01-01" })).toEqual({
      from: "2026-03-31",
      to: undefined,
    });
  });
});

describe("parseNumberSet", () => {
  test("knows the sets and nothing else", () => {
    expect(parseNumberSet({ show: "late" })).toBe("late");
    expect(parseNumberSet({ show: "everything" })).toBeUndefined();
    expect(parseNumberSet({})).toBeUndefined();
  });
});
