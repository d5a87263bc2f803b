import { describe, expect, test } from "vitest";
import { endingOf } from "@/lib/domain/alerts/closing";
import { labelLine, readLabelTests } from "@/lib/domain/alerts/label-tests";
import { signalsWith } from "@/lib/domain/alerts/signals";
import {
  alertsText,
  allResolvedText,
  attachedText,
  countedText,
  firedAgainText,
  firedText,
  waitingText,
} from "@/lib/domain/alerts/words";

const titled = (...titles: string[]) => titles.map((title) => ({ title }));

describe("what the timeline says of alerts", () => {
  test("names a few of them, each title once", () => {
    expect(alertsText(titled("A"))).toBe("Alert: A");
    expect(alertsText(titled("A", "A", "B"))).toBe("3 alerts: A; B");
    expect(alertsText(titled("A", "B", "C", "D", "E"))).toBe("5 alerts: A; B; C; and 2 more");
  });

  test("says what happened to them", () => {
    expect(firedText(titled("A"))).toBe("Alert: A.");
    expect(firedAgainText(titled("A"))).toBe("Firing again. Alert: A.");
    expect(attachedText(titled("A", "B"))).toBe("Attached. 2 alerts: A; B.");
    expect(waitingText(titled("A"))).toBe("Waiting for a person. Alert: A.");
  });

  test("cuts a title that is very long", () => {
    expect(firedText(titled("x".repeat(2000)))).toHaveLength(301);
  });

  test("says that all are resolved, unless some were left out", () => {
    expect(allResolvedText(1, false)).toBe("The alert is resolved.");
    expect(allResolvedText(3, false)).toBe("All 3 alerts are resolved.");
    expect(allResolvedText(3, true)).toBe(
      "All 3 alerts are resolved. Their source left others out of its message, so some may go on.",
    );
  });

  test("counts what comes after many rows", () => {
    expect(countedText(1, "Alert: A.")).toBe("Alert: A.");
    expect(countedText(37, "Alert: A.")).toBe("37 more changes of alerts. The last: Alert: A.");
  });
});

describe("endingOf", () => {
  const ending = {
    closes: "resolve",
    isTouched: false,
    wasDeclaredByRule: true,
    isCut: false,
    status: "investigating",
  } as const;

  test.each([
    ["resolves what a rule declared and nobody touched", {}, "resolve"],
    ["only tells where somebody did something", { isTouched: true }, "timeline"],
    ["only tells where a person declared it", { wasDeclaredByRule: false }, "timeline"],
    ["only tells where alerts were left out", { isCut: true }, "timeline"],
    ["goes to monitoring", { closes: "monitoring" }, "monitoring"],
    [
      "goes to monitoring for a person too",
      { closes: "monitoring", isTouched: true },
      "monitoring",
    ],
    ["stays where it is past that", { closes: "monitoring", status: "monitoring" }, "timeline"],
    ["stays where alerts were left out", { closes: "monitoring", isCut: true }, "timeline"],
    ["says nothing where nothing is wanted", { closes: "nothing", isCut: true }, "nothing"],
    ["tells where that is wanted", { closes: "timeline" }, "timeline"],
  ] as const)("%s", (_, given, expected) => {
    expect(endingOf({ ...ending, ...given })).toBe(expected);
  });
});

describe("readLabelTests", () => {
  test("reads a test from each line", () => {
    const text = "env=prod*\n\n team != search \nquery=a=b\nempty=";
    expect(readLabelTests(text)).toEqual({
      tests: [
        { name: "env", pattern: "prod*", isNot: false },
        { name: "team", pattern: "search", isNot: true },
        { name: "query", pattern: "a=b", isNot: false },
        { name: "empty", pattern: "", isNot: false },
      ],
    });
  });

  test.each(["prod", "=prod", "!=prod", "x".repeat(100)])("refuses %j", (line) => {
    expect(readLabelTests(line).problem).toMatch(/as label=value or label!=value\.$/);
  });

  test("writes a test as it is read", () => {
    expect(readLabelTests("a=b\nc!=d").tests.map(labelLine)).toEqual(["a=b", "c!=d"]);
  });
});

describe("signalsWith", () => {
  test("counts on from what the portal counted", () => {
    const first = signalsWith(null, { before: 0, after: 2 }, ["A", "B"]);
    expect(first).toEqual({ alert_count: 2, alert_names: ["A", "B"] });
    expect(signalsWith(first, { before: 2, after: 3 }, ["A"])).toEqual({
      alert_count: 3,
      alert_names: ["A", "B"],
    });
  });

  test("leaves a number that a person stated", () => {
    const stated = { alert_count: 12, customer_reports: 3 };
    expect(signalsWith(stated, { before: 0, after: 1 }, ["A"])).toEqual({
      ...stated,
      alert_names: ["A"],
    });
  });

  test("keeps as many names as can be read", () => {
    const names = Array.from({ length: 50 }, (_, number) => `A${number}`);
    expect(signalsWith(null, { before: 0, after: 50 }, names).alert_names).toHaveLength(20);
  });
});
