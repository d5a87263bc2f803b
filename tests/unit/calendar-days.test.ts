import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarOf } from "@/lib/calendar";
import { calendarDaysOf } from "@/lib/domain/calendar-days";

type Item = Parameters<typeof calendarDaysOf>[0];

const makeDated = (overrides: Partial<Item> = {}): Item => ({
  id: 7,
  title: "Add an alert",
  status: "open",
  deadline: "2026-05-01",
  checkText: null,
  checkDue: null,
  checkResult: null,
  ...overrides,
});

const CHECKED = { checkText: "Fires at 70 %", checkDue: "2026-06-01" };

describe("calendarDaysOf", () => {
  test("has the deadline and the day of the check", () => {
    expect(calendarDaysOf(makeDated(CHECKED))).toEqual([
      { name: "ai-7-deadline", item: 7, day: "2026-05-01", summary: "AI-7 Add an alert" },
      { name: "ai-7-check", item: 7, day: "2026-06-01", summary: "Check AI-7: Fires at 70 %" },
    ]);
  });

  test("has of a done item the check alone, until somebody has made it", () => {
    const done = { ...CHECKED, status: "done" };
    expect(calendarDaysOf(makeDated(done)).map(({ name }) => name)).toEqual(["ai-7-check"]);
    expect(calendarDaysOf(makeDated({ ...done, checkResult: "held" }))).toEqual([]);
  });

  test("has nothing of a dropped item, and nothing that is no day", () => {
    expect(calendarDaysOf(makeDated({ ...CHECKED, status: "wont_do" }))).toEqual([]);
    expect(calendarDaysOf(makeDated({ deadline: "soon" }))).toEqual([]);
    expect(calendarDaysOf(makeDated({ deadline: null }))).toEqual([]);
  });
});

describe("calendarOf", () => {
  const portal = { baseUrl: "https://muster.example.com/portal", now: Date.UTC(2026, 0, 5) };
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event));
  const calendar = (overrides: Partial<Item> = {}) =>
    calendarOf(
      "Actions",
      calendarDaysOf(makeDated(overrides)).map((day) => ({ ...day, description: "Olga\nINC-1" })),
      portal,
    );

  test.each(["2024-02-29", "2026-03-29", "2026-10-25", "2026-12-31", "2027-01-01"])(
    "keeps %s the day that it is, without a time or a zone",
    (deadline) => {
      const [event] = eventsIn(calendar({ deadline }));
      expect(event?.startDate.isDate).toBe(true);
      expect(event?.startDate.toString()).toBe(deadline);
      expect(event?.startDate.zone?.tzid).toBe("floating");
      expect(event?.duration.toSeconds()).toBe(24 * 60 * 60);
    },
  );

  test("names each entry for good, and leads to the item", () => {
    const [event] = eventsIn(calendar({ deadline: "2026-05-01" }));
    const [moved] = eventsIn(calendar({ deadline: "2026-05-08", title: "Another" }));
    expect(event?.uid).toBe("ai-7-deadline@muster.example.com");
    expect(moved?.uid).toBe(event?.uid);
    expect(event?.component.getFirstPropertyValue("url")).toBe(
      "https://muster.example.com/portal/actions/AI-7",
    );
  });

  test("reads back words with commas, line ends and long lines as they are", () => {
    const title = `Add, then; remove\\n “${"ä".repeat(120)}”`;
    const [event] = eventsIn(calendar({ title }));
    expect(event?.summary).toBe(`AI-7 ${title}`);
    expect(event?.description).toBe("Olga\nINC-1");
  });

  test("may be empty", () => {
    expect(eventsIn(calendar({ deadline: null }))).toEqual([]);
  });
});
