import { describe, expect, test } from "vitest";
import { edited } from "@/lib/domain/action-item";

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
