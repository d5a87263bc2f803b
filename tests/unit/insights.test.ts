import { describe, expect, test } from "vitest";
import {
  daysOf,
  insightQuery,
  parseInsightFilters,
  type InsightFilters,
} from "@/lib/domain/insights/filters";
import { harmOf } from "@/lib/domain/insights/harm";
import { causeName, measured } from "@/lib/domain/insights/measured";
import { outcomeOf } from "@/lib/domain/insights/outcomes";
import { parseCauseChoice, parseInsightSet, setTitle } from "@/lib/domain/insights/sets";
import { dayNumber, spansOf, totalOf } from "@/lib/domain/insights/spans";
import { spreadOf } from "@/lib/domain/insights/spread";
import { INSIGHT_TABLES, tableRows } from "@/lib/domain/insights/tables";
import { timeNumbers } from "@/lib/domain/insights/times";
import { daysText, narrowedText } from "@/lib/domain/insights/words";
import { makeRecord, sampleRecord } from "../support/make";

describe("parseInsightFilters", () => {
  test("takes the last 90 days where nothing is asked for", () => {
    const filters = parseInsightFilters({});
    expect(filters).toEqual({ range: "90" });
    expect(daysOf(filters, "2026-03-31")).toEqual({ from: "2026-01-01", to: "2026-03-31" });
    expect(insightQuery(filters)).toBe("");
  });

  test("lets days beat a range", () => {
    const filters = parseInsightFilters({ range: "30", from: "2026-01-01" });
    expect(filters).toMatchObject({ range: undefined, from: "2026-01-01" });
    expect(daysOf(filters, "2026-03-31")).toEqual({ from: "2026-01-01", to: undefined });
  });

  test("has no days for the whole time", () => {
    const filters = parseInsightFilters({ range: "all" });
    expect(daysOf(filters, "2026-03-31")).toEqual({ from: undefined, to: undefined });
    expect(insightQuery(filters)).toBe("?range=all");
  });

  test.each([
    { from: "2026-02-30" },
    { from: "1969-12-31" },
    { to: "2100-01-02" },
    { range: "7" },
    { range: "constructor" },
    { severity: "SEV9" },
    { drills: "only" },
    { service: "  " },
    { from: "", to: "", severity: "" },
  ])("takes no notice of what makes no sense: %j", (params) => {
    expect(parseInsightFilters(params)).toEqual({ range: "90" });
  });

  test("forgets an end before the beginning", () => {
    expect(parseInsightFilters({ from: "2026-02-01", to: "2026-01-01" })).toEqual({
      from: "2026-02-01",
    });
  });

  test("reads back what it wrote", () => {
    const filters: InsightFilters = {
      from: "2026-01-01",
      to: "2026-01-31",
      severity: "SEV1",
      service: "payments & co",
      drills: "with",
    };
    const query = new URLSearchParams(insightQuery(filters, { table: "times" }));
    expect(parseInsightFilters(Object.fromEntries(query))).toEqual(filters);
    expect(query.get("table")).toBe("times");
  });

  test("takes the first of what is said twice", () => {
    expect(parseInsightFilters({ severity: ["SEV2", "SEV1"] }).severity).toBe("SEV2");
  });
});

describe("spreadOf", () => {
  test("shows few values themselves and makes nothing of them", () => {
    expect(spreadOf([7, 3])).toEqual({ n: 2, median: null, p90: null, values: [3, 7] });
    expect(spreadOf([])).toEqual({ n: 0, median: null, p90: null, values: [] });
  });

  test("has a median and a p90 of five and more", () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ n: 5, median: 3, p90: 5, values: [] });
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(spreadOf(hundred)).toMatchObject({ median: 50.5, p90: 90 });
  });
});

describe("spansOf", () => {
  const counted = (day: string, count = 1) => ({
    day: dayNumber(day),
    severity: "SEV2" as const,
    count,
  });
  const within = (from: string, to: string) => ({ from: dayNumber(from), to: dayNumber(to) });

  test("counts weeks from Monday to Sunday, empty ones too, cut at the range’s ends", () => {
    const { unit, spans } = spansOf(
      [counted("2026-01-04", 2), counted("2026-01-05"), counted("2026-01-20")],
      within("2026-01-03", "2026-01-20"),
    );
    expect(unit).toBe("week");
    expect(spans.map((span) => [span.from, span.to, totalOf(span)])).toEqual([
      ["2026-01-03", "2026-01-04", 2],
      ["2026-01-05", "2026-01-11", 1],
      ["2026-01-12", "2026-01-18", 0],
      ["2026-01-19", "2026-01-20", 1],
    ]);
  });

  test("goes from the first incident to the last where no days are named", () => {
    const { spans } = spansOf([counted("2026-01-05"), counted("2026-01-12")], {});
    expect(spans).toHaveLength(2);
    expect(spansOf([], {}).spans).toEqual([]);
  });

  test("counts months of some years, and years of many", () => {
    const months = spansOf([counted("2024-02-29"), counted("2020-01-01")], {});
    expect(months.unit).toBe("month");
    expect(months.spans).toHaveLength(50);
    expect(months.spans[1]).toMatchObject({ from: "2020-02-01", to: "2020-02-29" });
    const years = spansOf([counted("1999-07-01"), counted("2024-02-29")], {});
    expect(years.unit).toBe("year");
    expect(years.spans.at(-1)).toMatchObject({ from: "2024-01-01", to: "2024-02-29" });
    expect(years.spans).toHaveLength(26);
  });
});

describe("timeNumbers", () => {
  test("compares each value with the target of its own severity", () => {
    const { all, bySeverity } = timeNumbers("resolve", [
      { severity: "SEV1", minutes: 145 },
      { severity: "SEV2", minutes: 145 },
    ]);
    expect(all).toMatchObject({ n: 2, met: 1, values: [145, 145] });
    expect(bySeverity.SEV1).toMatchObject({ n: 1, met: 0 });
    expect(bySeverity.SEV2).toMatchObject({ n: 1, met: 1 });
    expect(bySeverity.SEV3.n).toBe(0);
  });
});

describe("harmOf", () => {
  const part = { incidents: 2, timed: 1, minutes: 10 };

  test("weighs minutes by severity, and puts the worst first", () => {
    const harm = harmOf([
      { service: "a", severity: "SEV4", ...part },
      { service: "b", severity: "SEV1", ...part },
      { service: "a", severity: "SEV3", ...part },
    ]);
    expect(harm).toEqual([
      { service: "b", incidents: 2, untimed: 1, minutes: 10, weighted: 80 },
      { service: "a", incidents: 4, untimed: 2, minutes: 20, weighted: 30 },
    ]);
  });

  test("puts equal ones in order by their incidents, then by name", () => {
    const none = { severity: "SEV4", timed: 0, minutes: 0 } as const;
    const harm = harmOf([
      { service: "b", incidents: 1, ...none },
      { service: "a", incidents: 1, ...none },
      { service: "c", incidents: 2, ...none },
    ]);
    expect(harm.map(({ service }) => service)).toEqual(["c", "a", "b"]);
  });
});

describe("outcomeOf", () => {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const now = Date.parse("2026-03-10");
  const closedAt = Date.parse("2026-03-05T12:00:00Z");

  test.each([
    [{ status: "done", deadline: "2026-03-05", closedAt }, "in-time"],
    [{ status: "done", deadline: "2026-03-04", closedAt }, "late"],
    [{ status: "done", deadline: null, closedAt }, "undated"],
    [{ status: "done", deadline: "soon", closedAt }, "undated"],
    [{ status: "completed", deadline: "2026-03-05", closedAt: null }, "day-unknown"],
    [{ status: "open", deadline: "2026-03-09", closedAt: null }, "overdue"],
    [{ status: "open", deadline: "2026-03-10", closedAt: null }, "open"],
    [{ status: "in_progress", deadline: null, closedAt: null }, "open"],
    [{ status: "wont_do", deadline: "2026-03-05", closedAt }, "dropped"],
  ] as const)("of %j is %s", (item, outcome) => {
    expect(outcomeOf(item, day, now)).toBe(outcome);
  });
});

describe("measured", () => {
  test("has the sample’s minutes, promises and factors", () => {
    const { figures, causes } = measured(sampleRecord());
    expect(figures).toEqual({
      detectMinutes: 5,
      mitigateMinutes: 70,
      resolveMinutes: 145,
      duration: 142,
      updatesKept: 1,
      updatesMissed: 1,
      updatesOpen: 0,
      reportsKept: 0,
      reportsMissed: 0,
      reportsOpen: 1,
    });
    expect(causes.length).toBeGreaterThan(0);
  });

  test("has nothing of an incident that has only begun", () => {
    const { figures, causes } = measured(makeRecord());
    expect(figures).toMatchObject({ detectMinutes: null, resolveMinutes: null, duration: null });
    expect(causes).toEqual([]);
  });

  test("leaves out factors without words", () => {
    const record = makeRecord({ resolution: { contributing_factors: ["  ", "No alert"] } });
    expect(measured(record).causes.map(({ factor }) => factor)).toEqual(["No alert"]);
  });
});

describe("causeName", () => {
  test("is the same whatever the order, endings and case of telling words", () => {
    expect(causeName("Missing load tests")).toBe(causeName("The load testing was missing"));
    expect(causeName("Missing load tests")).not.toBe(causeName("Missing alert"));
  });

  test("is the words themselves where none of them tells anything", () => {
    expect(causeName("It was DOWN")).toBe("it was down");
  });
});

describe("the sets behind the numbers", () => {
  test("have names for people", () => {
    expect(setTitle("incidents")).toBe("Incidents");
    expect(setTitle("causes")).toBe("Causes");
    expect(setTitle("resolve")).toBe("Time to resolve");
    expect(setTitle("promises-missed")).toBe("Promises missed");
    expect(setTitle("in-time")).toBe("Action items: done in time");
  });

  test("are no others than these", () => {
    expect(parseInsightSet("detect")).toBe("detect");
    expect(parseInsightSet("overdue")).toBe("overdue");
    expect(parseInsightSet("toString")).toBeUndefined();
  });

  test("are narrowed by a category or a cause", () => {
    expect(parseCauseChoice({ category: "human", cause: ["alert", "other"] })).toEqual({
      category: "human",
      cause: "alert",
    });
    expect(parseCauseChoice({ category: "weather", cause: "" })).toEqual({});
  });
});

describe("tableRows", () => {
  const none = timeNumbers("detect", []);
  const source = {
    spans: [
      { from: "2026-01-05", to: "2026-01-11", counts: { SEV1: 1, SEV2: 0, SEV3: 2, SEV4: 0 } },
    ],
    times: {
      detect: timeNumbers(
        "detect",
        [4, 6, 8, 10, 12].map((minutes) => ({ severity: "SEV1", minutes })),
      ),
      mitigate: none,
      resolve: none,
    },
    promises: {
      updates: { kept: 3, missed: 1, open: 0 },
      reports: { kept: 0, missed: 0, open: 2 },
    },
    categories: [{ category: "human", incidents: 2, factors: 3 }],
    recurring: [{ factor: "No alert", category: "tooling", incidents: 2 }],
    services: [{ service: "api", incidents: 2, untimed: 1, minutes: 10, weighted: 80 }],
    actions: {
      "in-time": 1,
      late: 2,
      undated: 3,
      "day-unknown": 4,
      overdue: 5,
      open: 6,
      dropped: 7,
    },
  };

  test.each(INSIGHT_TABLES)("has as many cells in each row as heads: %s", (table) => {
    const [heads = [], ...rows] = tableRows(table, source);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(heads.length);
  });

  test("has the numbers", () => {
    expect(tableRows("incidents", source)[1]).toEqual(["2026-01-05", "2026-01-11", 1, 0, 2, 0, 3]);
    expect(tableRows("times", source)[2]).toEqual(["Time to detect", "SEV1", 5, 8, 12, 10, 4]);
    expect(tableRows("actions", source)).toContainEqual(["Done in time", 1]);
  });
});

describe("what the numbers are of, in words", () => {
  const text = (day: string) => day;

  test.each([
    [{ from: "a", to: "b" }, "from a to b"],
    [{ from: "a" }, "since a"],
    [{ to: "b" }, "up to b"],
    [{}, "over the whole time"],
  ])("says the days %j", (days, words) => {
    expect(daysText(days, text)).toBe(words);
  });

  test("says what they are narrowed to", () => {
    expect(narrowedText({})).toBe(", without drills");
    expect(narrowedText({ severity: "SEV1", service: "api", drills: "with" })).toBe(
      ", SEV1, api, with drills",
    );
  });
});
