import { describe, expect, test } from "vitest";
import { countTypes, joinCommunications, timelinePage } from "@/lib/domain/timeline";

const told = (at: number, channel?: string) => ({
  at,
  type: "communication",
  metadata: channel === undefined ? null : { channel },
});

describe("joinCommunications", () => {
  test("joins an event to the message of its channel and time", () => {
    const joined = joinCommunications(
      [told(1, "status_page"), told(2, "status_page")],
      [
        { at: 1, channel: "slack_exec" },
        { at: 2, channel: "status_page" },
        { at: 1, channel: "status_page" },
      ],
    );
    expect([...joined]).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  test("gives each message to one event, in their order", () => {
    const joined = joinCommunications(
      [told(1, "x"), told(1, "x"), told(1, "x")],
      [
        { at: 1, channel: "x" },
        { at: 1, channel: "x" },
      ],
    );
    expect([...joined]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test("leaves alone what names no channel or is no communication", () => {
    const events = [told(1), { at: 1, type: "mitigation", metadata: { channel: "x" } }];
    const messages = [
      { at: 1, channel: "x" },
      { at: 1, channel: null },
    ];
    expect(joinCommunications(events, messages).size).toBe(0);
  });
});

describe("timelinePage", () => {
  const entriesOf = (...types: (string | null)[]) =>
    types.map((type, index) => ({ seq: index + 1, type }));
  const entries = entriesOf("a", "b", "a", "b", "a");
  const view = { types: [], showsActivity: false, newestFirst: false, page: 1 };
  const seqs = (shown: { seq: number }[]) => shown.map(({ seq }) => seq);

  test("shows everything while it fits", () => {
    const { shown, hidden, page, pages } = timelinePage(entries, view);
    expect(seqs(shown)).toEqual([1, 2, 3, 4, 5]);
    expect({ hidden, page, pages }).toEqual({
      hidden: { activity: 0, events: 0 },
      page: 1,
      pages: 1,
    });
  });

  test("shows one page of many, the newest first if asked", () => {
    expect(seqs(timelinePage(entries, { ...view, page: 2 }, 2).shown)).toEqual([3, 4]);
    expect(seqs(timelinePage(entries, { ...view, newestFirst: true }, 2).shown)).toEqual([5, 4]);
  });

  test("keeps to the pages that there are", () => {
    expect(timelinePage(entries, { ...view, page: 99 }, 2).page).toBe(3);
    expect(timelinePage(entries, { ...view, page: -1 }, 2).page).toBe(1);
    expect(timelinePage([], view, 2)).toMatchObject({ shown: [], page: 1, pages: 1 });
  });

  test("counts what the types hide", () => {
    const { shown, matching, hidden } = timelinePage(entries, { ...view, types: ["b"] }, 1);
    expect(seqs(shown)).toEqual([2]);
    expect(seqs(matching)).toEqual([2, 4]);
    expect(hidden).toEqual({ activity: 0, events: 3 });
  });

  test("takes an event without a type as one of the empty type", () => {
    const { shown } = timelinePage(entriesOf(null), { ...view, types: [""] });
    expect(seqs(shown)).toEqual([1]);
  });

  describe("where the portal told of changes too", () => {
    const mixed = entriesOf("a", "role_change", "b", "link");

    test("leaves them out and says how many", () => {
      const { shown, hidden } = timelinePage(mixed, view);
      expect(seqs(shown)).toEqual([1, 3]);
      expect(hidden).toEqual({ activity: 2, events: 0 });
    });

    test("shows them when asked", () => {
      const { shown, hidden } = timelinePage(mixed, { ...view, showsActivity: true });
      expect(seqs(shown)).toEqual([1, 2, 3, 4]);
      expect(hidden).toEqual({ activity: 0, events: 0 });
    });

    test("shows those of a type that is asked for by name", () => {
      const { shown, hidden } = timelinePage(mixed, { ...view, types: ["link"] });
      expect(seqs(shown)).toEqual([4]);
      expect(hidden).toEqual({ activity: 1, events: 2 });
    });

    test("shows all of them with one that is asked for", () => {
      const found = timelinePage(mixed, { ...view, event: 4 });
      expect(found).toMatchObject({ showsActivity: true, types: [] });
      expect(seqs(found.shown)).toEqual([1, 2, 3, 4]);
      expect(timelinePage(mixed, { ...view, event: 3 }).showsActivity).toBe(false);
    });
  });

  test("turns to the page of an event that is asked for", () => {
    expect(timelinePage(entries, { ...view, event: 5 }, 2).page).toBe(3);
  });

  test("drops the types that would hide an event that is asked for", () => {
    const found = timelinePage(entries, { ...view, types: ["b"], event: 3 });
    expect(found).toMatchObject({ types: [], hidden: { activity: 0, events: 0 } });
    expect(timelinePage(entries, { ...view, types: ["b"], event: 2 }).types).toEqual(["b"]);
  });
});

describe("countTypes", () => {
  test("counts in the order of first appearance", () => {
    expect(countTypes([{ type: "b" }, { type: null }, { type: "b" }])).toEqual([
      { type: "b", count: 2 },
      { type: "", count: 1 },
    ]);
  });
});
