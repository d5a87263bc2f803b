import { describe, expect, test } from "vitest";
import type { ComponentStatus } from "@/lib/domain/component";
import { publicStatus, resolvedSince, splitStatus, statusesOf } from "@/lib/domain/public-status";

describe("splitStatus", () => {
  test.each([
    ["Investigating - We look.", "investigating", "We look."],
    ["Identified – A change.", "identified", "A change."],
    ["monitoring — A fix is out.", "monitoring", "A fix is out."],
    ["RESOLVED: All is well.", "resolved", "All is well."],
    ["Update - Still at it.", undefined, "Still at it."],
  ])("takes the word off %j", (message, status, body) => {
    expect(splitStatus(message)).toEqual({ status, body });
  });

  test.each([
    "Resolved",
    "Resolved - ",
    "Resolved-ish, we hope.",
    "We are investigating - bear with us.",
  ])("leaves %j alone", (message) => {
    expect(splitStatus(message)).toEqual({ status: undefined, body: message.trim() });
  });
});

describe("publicStatus", () => {
  test("knows the four words in any case, and no other", () => {
    expect(publicStatus(" Resolved ")).toBe("resolved");
    expect(publicStatus("postmortem")).toBeUndefined();
    expect(publicStatus(3)).toBeUndefined();
  });
});

describe("statusesOf", () => {
  const statuses = (messages: { at: number; message: string }[], announced: unknown[] = []) =>
    statusesOf(
      messages,
      announced.map((status, at) => ({ at, status })),
    ).map(({ status }) => status);

  test("prefers the leading word to what was announced at that time", () => {
    expect(statuses([{ at: 0, message: "Monitoring - Fixed." }], ["identified"])).toEqual([
      "monitoring",
    ]);
  });

  test("takes what was announced at the same time", () => {
    expect(statuses([{ at: 1, message: "We found it." }], ["resolved", "identified"])).toEqual([
      "identified",
    ]);
  });

  test("passes over an announced word that the public page does not know", () => {
    expect(statuses([{ at: 0, message: "Hello." }], ["all hands"])).toEqual(["investigating"]);
  });

  test("stays with the status before, and begins with investigating", () => {
    expect(
      statuses([
        { at: 5, message: "We look." },
        { at: 6, message: "Identified - A change." },
        { at: 7, message: "Update - Rolling back." },
      ]),
    ).toEqual(["investigating", "identified", "identified"]);
  });
});

describe("resolvedSince", () => {
  const update = (status: string, at: number) => ({ status, at });

  test("is when the newest run of resolved began", () => {
    const updates = [update("resolved", 9), update("resolved", 8), update("monitoring", 7)];
    expect(resolvedSince(updates)).toBe(8);
    expect(resolvedSince([update("resolved", 3)])).toBe(3);
    expect(resolvedSince([update("postmortem", 5), update("resolved", 3)])).toBe(3);
  });

  test("is nothing after a reopening", () => {
    expect(resolvedSince([update("investigating", 9), update("resolved", 8)])).toBeUndefined();
    expect(resolvedSince([])).toBeUndefined();
  });
});
