import { describe, expect, test } from "vitest";
import {
  actionAddress,
  chipOf,
  eventAddress,
  incidentAddress,
  newItemAddress,
  personAddress,
} from "@/lib/domain/chip";

describe("chipOf", () => {
  test("knows what the portal's own addresses name", () => {
    expect(chipOf(personAddress(7))).toEqual({ kind: "person" });
    expect(chipOf(actionAddress(7))).toEqual({ kind: "action" });
    expect(chipOf("/actions?incident=INC-1#ai-7")).toEqual({ kind: "action" });
    expect(chipOf(incidentAddress("INC-1"))).toEqual({ kind: "incident", key: "INC-1" });
    expect(chipOf(eventAddress("INC-1", 9))).toEqual({ kind: "event", key: "INC-1", seq: 9 });
    expect(chipOf("/incidents/INC-1?event=9#e-9")).toMatchObject({ kind: "event", seq: 9 });
    expect(chipOf("/incidents/INC-1#c-2")).toEqual({ kind: "message", key: "INC-1", seq: 2 });
  });

  test("reads a key back that had to be spelled out", () => {
    expect(chipOf(eventAddress("a (b)/c", 1))).toMatchObject({ key: "a (b)/c" });
    expect(incidentAddress("a(b)")).not.toMatch(/[()]/);
    expect(chipOf("/incidents/%")).toMatchObject({ key: "%" });
  });

  test.each([
    "https://example.com/incidents/INC-1",
    "/incidents/new",
    "/incidents/INC-1/postmortem",
    "/incidents",
    "/people",
    "/people#x",
    "/actions",
    "#e-9",
    "",
  ])("sees no chip in %s", (href) => {
    expect(chipOf(href)).toBeUndefined();
  });
});

describe("newItemAddress", () => {
  test("leads to the form for the incident, and the row that begins it", () => {
    expect(newItemAddress("INC-1")).toBe("/actions?incident=INC-1&add=1");
    expect(newItemAddress("INC 1", 9)).toBe("/actions?incident=INC+1&add=1&event=9");
  });
});
