import { describe, expect, test } from "vitest";
import { aliasKey, isEmail, proposePerson } from "@/lib/domain/people";

const team = ["Jane Smith", "Alice Chen", "Bob Kim", "Carol Davis"];

describe("proposePerson", () => {
  test.each([
    ["alice@company.com", "Alice Chen"],
    ["Alice@Company.com", "Alice Chen"],
    ["alice.chen@company.com", "Alice Chen"],
    ["alice_chen@company.com", "Alice Chen"],
    ["chen.alice@company.com", "Alice Chen"],
    ["achen@company.com", "Alice Chen"],
    ["a.chen@company.com", "Alice Chen"],
    ["alicec@company.com", "Alice Chen"],
    ["chena@company.com", "Alice Chen"],
    ["ac@company.com", "Alice Chen"],
    ["alice+oncall@company.com", "Alice Chen"],
  ])("takes %s for %s", (email, name) => {
    expect(proposePerson(email, team)).toBe(name);
  });

  test("proposes nobody when two people fit", () => {
    expect(proposePerson("alice@company.com", [...team, "Alice Wong"])).toBeUndefined();
    expect(proposePerson("ac@company.com", [...team, "Adam Cole"])).toBeUndefined();
  });

  test("still tells two people apart by the whole name", () => {
    expect(proposePerson("alice.wong@company.com", [...team, "Alice Wong"])).toBe("Alice Wong");
  });

  test("proposes nobody when nobody fits", () => {
    expect(proposePerson("director-eng@company.com", team)).toBeUndefined();
    expect(proposePerson("@company.com", team)).toBeUndefined();
    expect(proposePerson("+tag@company.com", ["+"])).toBeUndefined();
  });

  test("reads accents, middle names and single names", () => {
    expect(proposePerson("jose.munoz@company.com", ["José Muñoz"])).toBe("José Muñoz");
    expect(proposePerson("maria.lopez@company.com", ["Maria Elena Lopez"])).toBe(
      "Maria Elena Lopez",
    );
    expect(proposePerson("mel@company.com", ["Maria Elena Lopez"])).toBe("Maria Elena Lopez");
    expect(proposePerson("madonna@company.com", ["Madonna"])).toBe("Madonna");
  });
});

describe("aliasKey", () => {
  test("ignores case and the space around", () => {
    expect(aliasKey("  Alice@Company.COM ")).toBe("alice@company.com");
  });
});

describe("isEmail", () => {
  test("tells addresses from names", () => {
    expect(["alice@company.com", "Alice Chen", "a@b@c", "@company.com"].map(isEmail)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
