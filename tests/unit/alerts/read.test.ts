import { describe, expect, test } from "vitest";
import { addressOf, keyOf, labelsOf, lineOf, textOf, timeOf } from "@/lib/domain/alerts/read";
import { alertSeverity } from "@/lib/domain/alerts/severity";

describe("a text that somebody sent", () => {
  test("loses what nobody can see or what turns it around, and is cut where it is long", () => {
    expect(textOf("a\u0000b\r\nc\t\u202Ed ")).toBe("ab\nc d");
    expect(textOf("\ud800x")).toBe("\ufffdx");
    expect(lineOf("a\n b")).toBe("a b");
    expect(lineOf("x".repeat(400))).toHaveLength(300);
    expect(textOf("   ")).toBeUndefined();
    expect(textOf(7)).toBe("7");
    expect(textOf({})).toBeUndefined();
  });

  test("stays whole where it is a key", () => {
    expect(keyOf("k".repeat(5000))).toHaveLength(5000);
  });
});

describe("timeOf", () => {
  test("reads times of every fineness", () => {
    const at = Date.UTC(2024, 0, 15, 14, 20);
    const written = ["2024-01-15T14:20:00Z", at / 1000, at, String(at), at * 1e3, at * 1e6];
    expect(written.map(timeOf)).toEqual(written.map(() => at));
    expect(timeOf("2024-01-15T15:20:00.123456789+01:00")).toBe(at + 123);
  });

  test("knows no other ones", () => {
    const odd = [
      "0001-01-01T00:00:00Z",
      "soon",
      "",
      null,
      -5,
      12,
      "2524-01-01T00:00:00Z",
      "9".repeat(20),
    ];
    expect(odd.map(timeOf)).toEqual(odd.map(() => undefined));
  });
});

describe("addressOf", () => {
  test("takes only addresses that people may be sent to", () => {
    expect(addressOf("https://example.com/a")).toBe("https://example.com/a");
    const odd = ["javascript:alert(1)", "data:text/html,x", "/here", "https://me:pw@x.io", 7];
    expect(odd.map(addressOf)).toEqual(odd.map(() => undefined));
  });
});

describe("labelsOf", () => {
  test("keeps short texts by name, as many as are of use", () => {
    expect(labelsOf({ a: "1", b: null, c: { d: 1 }, e: true })).toEqual({ a: "1", e: "true" });
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`l${i}`, "x"]));
    expect(Object.keys(labelsOf(many))).toHaveLength(64);
    expect(labelsOf(JSON.parse('{"__proto__":"x","constructor":"y","ok":"z"}'))).toEqual({
      ok: "z",
    });
  });
});

describe("alertSeverity", () => {
  test.each([
    ["critical", "SEV1"],
    ["P1", "SEV1"],
    ["sev2", "SEV2"],
    ["Severity 3", "SEV3"],
    ["P5", "SEV4"],
    ["p1 - critical", "SEV1"],
    ["error", "SEV2"],
    ["Warning", "SEV3"],
    ["info", "SEV4"],
    ["P1 (warning)", "SEV2"],
    ["P4 (warning)", "SEV4"],
    ["odd (warning)", null],
    ["p12", null],
    ["merry", null],
    ["", null],
    [undefined, null],
  ])("says of %s that it is %s", (text, severity) => {
    expect(alertSeverity(text)).toBe(severity);
  });
});
