import { describe, expect, test } from "vitest";
import {
  changedHistory,
  effectInWords,
  endsOf,
  figuresOf,
  heldStates,
  meantTime,
  percentText,
  secondsText,
  standingOf,
  type HistoryState,
} from "@/lib/domain/component-history";

const NOON = Date.UTC(2026, 0, 5, 12);
const HOUR = 3_600_000;

const state = (id: number, status: HistoryState["status"], at: number): HistoryState => ({
  id,
  status,
  at,
  isWithdrawn: false,
});

/** An hour's partial outage that ended at noon. */
const OUTAGE = [state(1, "partial_outage", NOON - HOUR), state(2, "operational", NOON)];
const known = { states: OUTAGE, startDate: "2025-01-01", addedAt: NOON - 400 * 24 * HOUR };
const now = NOON + HOUR;

describe("heldStates", () => {
  test("leaves out what was withdrawn, and goes by time, then by what came later", () => {
    const states = [
      state(3, "operational", NOON),
      state(2, "major_outage", NOON),
      { ...state(4, "partial_outage", NOON), isWithdrawn: true },
      state(5, "degraded_performance", NOON - 1),
    ];
    expect(heldStates(states).map(({ id }) => id)).toEqual([5, 2, 3]);
  });
});

describe("standingOf", () => {
  test("is the last state, since it holds without a break", () => {
    expect(standingOf([...OUTAGE, state(3, "operational", NOON + 9)], 0)).toEqual({
      status: "operational",
      at: NOON,
    });
  });

  test("works since it was added where nothing else was said", () => {
    expect(standingOf([], 7)).toEqual({ status: "operational", at: 7 });
  });
});

describe("endsOf", () => {
  test("ends each state with the next one that holds", () => {
    expect([...endsOf(OUTAGE)]).toEqual([
      [1, NOON],
      [2, undefined],
    ]);
  });
});

describe("changedHistory", () => {
  test("adds, corrects and withdraws", () => {
    const added = { kind: "add", status: "major_outage", at: NOON - 2 * HOUR } as const;
    expect(heldStates(changedHistory(OUTAGE, added))[0]).toMatchObject({ status: "major_outage" });
    const corrected = { kind: "correct", id: 2, status: "degraded_performance", at: 5 } as const;
    expect(changedHistory(OUTAGE, corrected)[1]).toMatchObject({
      status: "degraded_performance",
      at: 5,
    });
    expect(heldStates(changedHistory(OUTAGE, { kind: "withdraw", id: 1 }))).toEqual([OUTAGE[1]]);
  });
});

describe("figuresOf", () => {
  test("counts a partial outage by 0.3 in the uptime of 90 days", () => {
    expect(figuresOf(known, now)).toEqual({
      status: "operational",
      percent: 99.98,
      outage: { degraded: 0, partial: 3600, major: 0 },
    });
  });

  test("counts nothing from before the first day that is known", () => {
    expect(figuresOf({ ...known, startDate: "2026-01-05" }, NOON + HOUR).outage.partial).toBe(3600);
    expect(figuresOf({ ...known, startDate: "2026-01-06" }, now)).toMatchObject({
      percent: undefined,
      outage: { partial: 0 },
    });
  });
});

describe("effectInWords", () => {
  test("tells uptime and the outages that become others", () => {
    const change = { kind: "correct", id: 1, status: "major_outage", at: NOON - HOUR } as const;
    expect(effectInWords(known, change, now)).toBe(
      "Uptime of the last 90 days: 99.98 % before, 99.95 % after. Major outage: none before, 1 h after. Partial outage: 1 h before, none after.",
    );
  });

  test("tells that the present state becomes another", () => {
    expect(effectInWords(known, { kind: "withdraw", id: 2 }, now)).toBe(
      "Uptime of the last 90 days: 99.98 % before, 99.97 % after. Partial outage: 1 h before, 2 h after. Its present state: operational before, partial outage after.",
    );
  });

  test("tells that uptime stays", () => {
    const change = { kind: "correct", id: 2, status: "under_maintenance", at: NOON } as const;
    expect(effectInWords({ ...known, startDate: "2027-01-01" }, change, now)).toBe(
      "Uptime of the last 90 days stays unknown. Its present state: operational before, under maintenance after.",
    );
  });
});

describe("percentText and secondsText", () => {
  test("write figures", () => {
    expect([percentText(100), percentText(undefined)]).toEqual(["100.00 %", "unknown"]);
    expect([0, 0.4, 59, 61, 3600, 7380].map(secondsText)).toEqual([
      "none",
      "1 s",
      "59 s",
      "1 min",
      "1 h",
      "2 h 3 min",
    ]);
  });
});

describe("meantTime", () => {
  test("keeps the exact time where its second was left alone", () => {
    expect(meantTime(NOON, NOON + 345)).toBe(NOON + 345);
    expect(meantTime(NOON + 1000, NOON + 345)).toBe(NOON + 1000);
  });
});
