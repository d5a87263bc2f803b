import { describe, expect, test } from "vitest";
import { isPlainText, withLineFeeds } from "@/lib/domain/text";

describe("isPlainText", () => {
  test("takes letters of any script, tabs and line feeds", () => {
    expect(isPlainText("Zahlung läuft\n\t支払い 🚑")).toBe(true);
  });

  test("refuses other control characters", () => {
    for (const control of ["\0", "\u0007", "\r", "\u001b", "\u007f", "\u0085"]) {
      expect(isPlainText(`a${control}b`)).toBe(false);
    }
  });

  test("refuses half a character", () => {
    expect(isPlainText("a\ud800b")).toBe(false);
  });
});

describe("withLineFeeds", () => {
  test("turns every line end into a line feed", () => {
    expect(withLineFeeds("a\r\nb\rc\nd")).toBe("a\nb\nc\nd");
  });
});
