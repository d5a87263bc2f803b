import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { search } from "@/db/queries/search";
import { CASES } from "@/scripts/benchmark/cases";
import { fill, LONGEST } from "@/scripts/benchmark/data";
import { statementsOf, timeRaw } from "@/scripts/benchmark/raw";
import { lineOf, percentile } from "@/scripts/benchmark/table";
import { RARE_WORD } from "@/scripts/benchmark/texts";
import { checkSearchIndexes } from "@/tests/support/check-search";
import { makeViewer } from "@/tests/support/make";

const folder = mkdtempSync(join(tmpdir(), "muster-benchmark-"));
const file = join(folder, "muster.db");
const SIZES = { incidents: 200, events: 60_000 };

beforeAll(() => {
  const made = openDatabase(file);
  fill(made, SIZES);
  made.$client.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function countsIn(database: ReturnType<typeof openDatabase>) {
  const count = (table: string) =>
    database.$client.prepare(`select count(*) from ${table}`).pluck().get();
  return { incidents: count("incidents"), events: count("events") };
}

describe("the benchmark's data", () => {
  test("has as many incidents and events as were asked for, all of them found by their words", () => {
    replaceDatabase(openDatabase(file));
    const made = openDatabase(file);
    expect(countsIn(made)).toEqual(SIZES);
    expect(
      made.$client
        .prepare("select count(*) from events join incidents i on i.id = incident_id where key = ?")
        .pluck()
        .get(LONGEST),
    ).toBe(6000);
    made.$client.close();
    checkSearchIndexes();
    const found = search(makeViewer(), { text: RARE_WORD, kinds: ["event"], page: 1, perPage: 5 });
    expect(found[0]?.count).toBeGreaterThan(0);
    replaceDatabase(undefined);
  });

  test("is the same each time", () => {
    const titles = (sizes: typeof SIZES) => {
      const made = openDatabase(":memory:");
      fill(made, sizes);
      return made.$client
        .prepare("select group_concat(title || severity) from incidents")
        .pluck()
        .get();
    };
    const few = { incidents: 20, events: 100 };
    expect(titles(few)).toBe(titles(few));
  });
});

describe("what the benchmark's pages read", () => {
  const plansOf = (read: () => void) => {
    const statements = statementsOf(file, read);
    const { $client } = openDatabase(file);
    const plans = statements.flatMap((sql) =>
      $client
        .prepare(`explain query plan ${sql}`)
        .all()
        .map((row) => String(Object(row).detail)),
    );
    $client.close();
    return plans;
  };

  test.each(CASES)("is found by an index, and sorted by it: $name", ({ read }) => {
    const plans = plansOf(() => read(makeViewer()));
    const walked = plans.filter((step) =>
      /^SCAN (incidents|events|communications|incident_services|action_items|postmortems)\b(?!.*USING (COVERING )?INDEX incidents_by_(urgency|status|declared))/.test(
        step,
      ),
    );
    expect(plans.length).toBeGreaterThan(0);
    expect(walked).toEqual([]);
  });

  test.each(CASES.filter(({ path }) => path.startsWith("/incidents?")))(
    "is read from the beginning of one index, not sorted: $name",
    ({ read }) => {
      const plans = plansOf(() => read(makeViewer()));
      expect(plans.some((step) => /INDEX incidents_by_urgency/.test(step))).toBe(true);
    },
  );

  test("can be asked of SQLite alone", () => {
    const statements = statementsOf(file, () => CASES[0]?.read(makeViewer()));
    expect(timeRaw(file, statements, 3)).toHaveLength(3);
  });
});

describe("the benchmark's table", () => {
  test("tells medians and the slowest hundredth", () => {
    const times = Array.from({ length: 100 }, (_, index) => index + 0.5);
    expect(percentile(times, 0.5)).toBe(50.5);
    expect(percentile(times, 0.99)).toBe(99.5);
    expect(
      lineOf({ name: "list", client: [12.4], server: [9.96], raw: [0.21], kilobytes: 80.2 }),
    ).toBe("| list | 10.0 | 10.0 | 12 | 12 | 0.2 | 0.2 | 80 |");
  });
});
