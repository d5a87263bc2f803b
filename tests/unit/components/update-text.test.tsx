// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { keepDraft, readDraft } from "@/components/form/use-draft";
import { forgetSent, useUpdateText } from "@/components/incidents/detail/use-update-text";

const NOON = Date.UTC(2026, 0, 5, 12);
const WEEK = 7 * 86_400_000;

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.useRealTimers();
});

function open(now = NOON) {
  vi.useFakeTimers({ now });
  return renderHook(() => useUpdateText("1:INC-1", { audience: "internal" })).result;
}

describe("useUpdateText", () => {
  test("finds what was typed before the page was opened, with its time", () => {
    keepDraft("update:1:INC-1:internal", "Half a thought", NOON - 60_000);
    const field = open();
    expect([field.current.text, field.current.restoredFrom]).toEqual([
      "Half a thought",
      NOON - 60_000,
    ]);
    act(() => field.current.write("A thought"));
    expect([field.current.text, field.current.restoredFrom]).toEqual(["A thought", undefined]);
    expect(readDraft("update:1:INC-1:internal")).toEqual({ text: "A thought", at: NOON });
  });

  test("takes the text along to readers for whom nothing was written", () => {
    const field = open();
    act(() => field.current.write("For whom?"));
    act(() => field.current.choose("external"));
    expect(field.current.text).toBe("For whom?");
    expect(readDraft("update:1:INC-1:internal")).toBeUndefined();
    expect(readDraft("update:1:INC-1:external")?.text).toBe("For whom?");
  });

  test("keeps each audience's own draft apart", () => {
    keepDraft("update:1:INC-1:external", "For everyone", NOON);
    const field = open();
    act(() => field.current.write("For us"));
    act(() => field.current.choose("external"));
    expect(field.current.text).toBe("For everyone");
    act(() => field.current.choose("internal"));
    expect(field.current.text).toBe("For us");
  });

  test("throws a draft away", () => {
    keepDraft("update:1:INC-1:internal", "Never mind", NOON);
    const field = open();
    act(() => field.current.discard());
    expect(field.current.text).toBe("");
    expect(readDraft("update:1:INC-1:internal")).toBeUndefined();
  });

  test("lets a draft of another week be", () => {
    keepDraft("update:1:INC-1:internal", "Old news", NOON - WEEK);
    expect(open().current.text).toBe("");
  });
});

describe("forgetSent", () => {
  test("forgets the draft that was sent and no other", () => {
    vi.useFakeTimers({ now: NOON });
    keepDraft("update:1:INC-1:internal", "Sent ", NOON);
    keepDraft("update:1:INC-1:external", "Waiting", NOON);
    keepDraft("update:1:INC-2:internal", "Sent", NOON);
    forgetSent("1:INC-1", "Sent");
    expect(readDraft("update:1:INC-1:internal")).toBeUndefined();
    expect(readDraft("update:1:INC-1:external")?.text).toBe("Waiting");
    expect(readDraft("update:1:INC-2:internal")?.text).toBe("Sent");
  });
});
