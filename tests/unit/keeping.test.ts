import { describe, expect, test } from "vitest";
import { keepingOf, whyKept } from "@/lib/domain/keeping";
import { makeViewer } from "../support/make";

const typed = { origin: "portal", recordedBy: 1, repeatsMessage: false };

describe("keepingOf", () => {
  test("lets the author and admins change what a person typed", () => {
    expect(keepingOf(typed, makeViewer({ userId: 1 }))).toBe("own");
    expect(keepingOf(typed, makeViewer({ userId: 2 }))).toBe("other");
    expect(keepingOf(typed, makeViewer({ userId: 2, role: "admin" }))).toBe("own");
    expect(keepingOf({ ...typed, recordedBy: null }, makeViewer({ userId: 0 }))).toBe("other");
  });

  test.each([
    ["imported", { ...typed, origin: "import" }],
    ["system", { ...typed, origin: "system" }],
    ["message", { ...typed, repeatsMessage: true }],
  ])("keeps %s rows from everybody", (keeping, row) => {
    expect(keepingOf(row, makeViewer({ role: "admin" }))).toBe(keeping);
  });
});

describe("whyKept", () => {
  test("says nothing about one's own rows", () => {
    expect(whyKept("own", "Grace")).toBeUndefined();
  });

  test.each([
    ["imported", /imported record/],
    ["system", /Muster wrote this row/],
    ["message", /Correct the message instead/],
    ["other", /^Ada wrote this row/],
  ] as const)("gives the reason of %s rows", (keeping, words) => {
    expect(whyKept(keeping, "Ada")).toMatch(words);
  });

  test("manages without a name", () => {
    expect(whyKept("other", null)).toMatch(/^Someone else wrote/);
  });
});
