import { describe, expect, test } from "vitest";
import { factTexts, seenFacts, withFactFields } from "@/lib/fact-fields";

const problems = (facts: Record<string, string>) =>
  factTexts.safeParse(facts).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("withFactFields", () => {
  test("gathers the fields that are named like facts", () => {
    expect(withFactFields({ key: "INC-1", "facts.title": "A", "facts.service": "" })).toEqual({
      key: "INC-1",
      facts: { title: "A", service: "" },
    });
  });

  test("leaves alone what is no such form", () => {
    expect(withFactFields(null)).toBeNull();
    expect(withFactFields({ facts: { title: "A" } })).toEqual({ facts: { title: "A" } });
  });
});

describe("factTexts", () => {
  test("takes line ends as browsers send them", () => {
    expect(factTexts.parse({ root_cause: " one\r\ntwo " })).toEqual({ root_cause: "one\ntwo" });
  });

  test("says what is wrong beside each field", () => {
    expect(
      problems({
        title: "",
        affected_users_percentage: "145",
        service: "pay\u202Ements",
        root_cause: "\u0000",
      }),
    ).toEqual([
      ["title", "Title must not be empty."],
      ["affected_users_percentage", "Write a number from 0 to 100."],
      ["service", "This holds the invisible character U+202E, which reorders text."],
      ["root_cause", "This holds the control character U+0000."],
    ]);
    expect(problems({ title: "x".repeat(201) })).toEqual([
      ["title", "Use 200 characters at most."],
    ]);
  });

  test("refuses what is no fact", () => {
    expect(factTexts.safeParse({ is_admin: "yes" }).success).toBe(false);
  });
});

describe("seenFacts", () => {
  test("reads what the form had in one field", () => {
    expect(seenFacts.parse('{"title":"A"}')).toEqual({ title: "A" });
  });

  test.each(["", "{", '{"title":1}', '{"key":"A"}', "[]"])("refuses %j", (text) => {
    expect(seenFacts.safeParse(text).success).toBe(false);
  });
});
