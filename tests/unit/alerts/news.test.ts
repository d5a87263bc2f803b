import { describe, expect, test } from "vitest";
import type { AlertStatus, NewsStatus } from "@/lib/domain/alerts/alert";
import { newsOf, REOPENS_WITHIN } from "@/lib/domain/alerts/news";

const NOW = Date.UTC(2026, 0, 5, 10);

const known = (status: AlertStatus, told: number | null = null) => ({
  status,
  startsAt: NOW - 60_000,
  toldAt: told,
  lastSeenAt: NOW,
});

const says = (status: NewsStatus, about?: ReturnType<typeof known>, now = NOW, at?: number) =>
  newsOf({ status, startsAt: undefined, at }, about, now);

describe("newsOf", () => {
  test("makes an alert of what opens one, and nothing of what does not", () => {
    expect(says("firing")).toEqual({ is: "new", status: "firing" });
    expect(says("unacknowledged")).toEqual({ is: "new", status: "firing" });
    expect(says("acknowledged")).toEqual({ is: "new", status: "acknowledged" });
    expect(says("resolved")).toEqual({ is: "none" });
    expect(says("unchanged")).toEqual({ is: "none" });
  });

  test("changes an open alert’s status only to another one", () => {
    const firing = known("firing");
    expect(says("resolved", firing)).toMatchObject({ is: "changed", change: "resolved" });
    expect(says("acknowledged", firing)).toMatchObject({ is: "changed", change: "acknowledged" });
    for (const same of ["firing", "unacknowledged", "unchanged"] as const) {
      expect(says(same, firing)).toEqual({ is: "refreshed" });
    }
    const acknowledged = known("acknowledged");
    expect(says("unacknowledged", acknowledged)).toMatchObject({ status: "firing" });
    for (const same of ["firing", "acknowledged", "unchanged"] as const) {
      expect(says(same, acknowledged)).toEqual({ is: "refreshed" });
    }
  });

  test("opens one again that was over a moment ago, and makes another later", () => {
    const over = known("resolved");
    const reopened = { is: "changed", status: "firing", change: "reopened" };
    expect(says("firing", over, NOW + REOPENS_WITHIN)).toEqual(reopened);
    expect(says("firing", over, NOW + REOPENS_WITHIN + 1)).toEqual({ is: "new", status: "firing" });
    expect(says("resolved", over)).toEqual({ is: "seen" });
    expect(says("unchanged", over)).toEqual({ is: "seen" });
  });

  test("opens one again, however late, that began when it did", () => {
    const over = known("resolved");
    const same = { status: "firing", startsAt: over.startsAt, at: undefined } as const;
    expect(newsOf(same, over, NOW * 2)).toMatchObject({ is: "changed", change: "reopened" });
    const other = { ...same, startsAt: over.startsAt + 1 };
    expect(newsOf(other, over, NOW * 2)).toMatchObject({ is: "new" });
  });

  test("leaves alone what is newer than the news", () => {
    const told = known("firing", NOW);
    expect(says("resolved", told, NOW, NOW - 1)).toEqual({ is: "seen" });
    expect(says("resolved", told, NOW, NOW)).toMatchObject({ is: "changed" });
    expect(says("resolved", known("firing"), NOW, NOW - 1)).toMatchObject({ is: "changed" });
  });
});
