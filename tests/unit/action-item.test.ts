import { describe, expect, test } from "vitest";
import { bornAt, edited, itemIdOf, titleFrom } from "@/lib/domain/action-item";

describe("edited", () => {
  test("takes what was typed, on one line", () => {
    expect(edited("Add alert", "  Add an\n alert ")).toBe("Add an alert");
    expect(edited(null, "alice@company.com")).toBe("alice@company.com");
  });

  test("keeps what stood there, to the letter, where both say the same", () => {
    expect(edited(" Add  alert", "Add alert")).toBe(" Add  alert");
    expect(edited(null, " ")).toBeNull();
    expect(edited("", undefined)).toBe("");
  });

  test("takes an emptied field as missing", () => {
    expect(edited("P1", "")).toBeNull();
    expect(edited("P1", undefined)).toBeNull();
  });
});

describe("titleFrom", () => {
  test("is the text on one line", () => {
    expect(titleFrom("  Limit the\n  pool ")).toBe("Limit the pool");
    expect(titleFrom(" ")).toBe("");
  });

  test("is cut between words after 200 characters at most", () => {
    const ten = "123456789 ";
    expect(titleFrom(ten.repeat(30))).toBe(ten.repeat(20).trim());
    expect(titleFrom(`${ten.repeat(19)}${"x".repeat(30)}`)).toBe(ten.repeat(19).trim());
    expect(titleFrom("x".repeat(300))).toBe("x".repeat(200));
  });
});

describe("itemIdOf", () => {
  test("reads what an item is called", () => {
    expect(itemIdOf("AI-7")).toBe(7);
    expect(itemIdOf(" ai-70 ")).toBe(70);
  });

  test.each(["7", "AI-", "AI-0", "AI-07", "AI-7x", "AI-9999999999999999", "numbers"])(
    "knows no %s",
    (word) => {
      expect(itemIdOf(word)).toBeUndefined();
    },
  );
});

describe("bornAt", () => {
  const course = { declaredAt: 10, resolvedAt: 20 };

  test("is when an item was made", () => {
    expect(bornAt({ origin: "portal", createdAt: 30 }, course)).toBe(30);
  });

  test("is the end of its incident where it came with a record, or else its beginning", () => {
    expect(bornAt({ origin: "import", createdAt: 30 }, course)).toBe(20);
    expect(bornAt({ origin: "import", createdAt: 30 }, { ...course, resolvedAt: null })).toBe(10);
  });
});
