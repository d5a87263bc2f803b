import { describe, expect, test } from "vitest";
import {
  parseTimeline,
  timelineHref,
  type TimelineAddress,
} from "@/components/incidents/timeline/timeline-address";

const place = { path: "/i", usualOrder: "oldest" } as const;
const usual: TimelineAddress = { types: [], order: "oldest", page: 1, activity: false };

describe("timelineHref", () => {
  test("leaves out what is usual", () => {
    expect(timelineHref(place, usual)).toBe("/i#timeline");
    const address = { types: ["a", "b"], order: "newest", page: 3, activity: true } as const;
    expect(timelineHref(place, { ...address, types: ["a", "b"] })).toBe(
      "/i?type=a&type=b&activity=1&order=newest&page=3#timeline",
    );
  });

  test("opens one thing and leads to it", () => {
    expect(timelineHref(place, usual, ["row", 5])).toBe("/i?row=5#e-5");
    expect(timelineHref(place, { ...usual, page: 2 }, ["after", 5])).toBe(
      "/i?page=2&after=5#add-event-5",
    );
    expect(timelineHref(place, usual, ["ask", 5])).toBe("/i?ask=5#ask-5");
  });
});

describe("parseTimeline", () => {
  test("reads an address back", () => {
    const asked = { type: ["a", "b"], order: "newest", page: "3", event: "12", activity: "1" };
    expect(parseTimeline(asked, "oldest")).toEqual({
      types: ["a", "b"],
      order: "newest",
      page: 3,
      activity: true,
      event: 12,
      opened: {},
    });
  });

  test("counts nonsense as not asked for", () => {
    const asked = { type: "a", order: "up", page: "-1", event: ["1"], activity: "yes" };
    expect(parseTimeline(asked, "oldest")).toMatchObject({
      types: ["a"],
      order: "oldest",
      page: 1,
      activity: false,
      event: undefined,
    });
    expect(parseTimeline({}, "newest")).toMatchObject({ types: [], order: "newest" });
  });

  test("turns to the row at which something is opened", () => {
    expect(parseTimeline({ after: "7" }, "oldest")).toMatchObject({
      event: 7,
      opened: { after: 7 },
    });
  });
});
