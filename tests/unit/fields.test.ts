import { describe, expect, test } from "vitest";
import { listOf, optional, requiredLine, requiredText } from "@/lib/fields";

describe("requiredText", () => {
  const text = requiredText("Write the message.", 20);

  test("keeps the words and turns line ends into line feeds", () => {
    expect(text.parse("  One\r\n\ttwo 支払い \r\n")).toBe("One\n\ttwo 支払い");
  });

  test("asks for words when there are none", () => {
    for (const empty of [undefined, "", " \r\n "]) {
      expect(() => text.parse(empty)).toThrow("Write the message.");
    }
  });

  test("says how long it may be", () => {
    expect(() => text.parse("x".repeat(21))).toThrow("Use 20 characters at most.");
  });

  test("refuses what a record cannot hold", () => {
    expect(() => text.parse("a\u0000b")).toThrow("This holds the control character U+0000.");
    expect(() => text.parse("a\ud800b")).toThrow("surrogate");
  });
});

describe("requiredLine", () => {
  const line = requiredLine("Give a title.");

  test("refuses a second line", () => {
    expect(() => line.parse("One\ntwo")).toThrow("Use one line.");
  });

  test("refuses characters that reorder the text around them", () => {
    expect(() => line.parse("safe\u202egpj.exe")).toThrow("reorders text");
  });
});

describe("optional", () => {
  const line = optional(requiredLine("Give a name."));

  test("takes an empty field as missing", () => {
    expect(line.parse("  ")).toBeUndefined();
    expect(line.parse(undefined)).toBeUndefined();
  });

  test("checks what is there", () => {
    expect(line.parse(" Ada ")).toBe("Ada");
    expect(() => line.parse("A\nB")).toThrow("Use one line.");
  });
});

describe("listOf", () => {
  const schema = listOf(optional(requiredLine("Name it.", 5)));

  test("takes no field, one and several", () => {
    expect(schema.parse(undefined)).toEqual([]);
    expect(schema.parse("one")).toEqual(["one"]);
    expect(schema.parse(["one", "two"])).toEqual(["one", "two"]);
    expect(schema.safeParse(["one", "too long"]).success).toBe(false);
  });
});
