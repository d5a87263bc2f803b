import { describe, expect, test } from "vitest";
import { piecesOf, says, withoutPiece, withPiece } from "@/lib/domain/pieces";

const texts = (body: string) => piecesOf(body).map(({ text }) => text);

describe("piecesOf", () => {
  test("parts a paragraph after each source, and takes rows and requests whole", () => {
    const body = [
      "It began (`a`). It ended ([14:40](/incidents/X#e-1)). Then. It was quiet (`b`).",
      "",
      "- One (`a`). Two (`b`).",
      "- Three (`c`).",
      "",
      "> **TODO:** Say it (`d`). Now.",
    ].join("\n");
    expect(texts(body)).toEqual([
      "It began (`a`).",
      "It ended ([14:40](/incidents/X#e-1)).",
      "Then. It was quiet (`b`).",
      "- One (`a`). Two (`b`).",
      "- Three (`c`).",
      "> **TODO:** Say it (`d`). Now.",
    ]);
    expect(piecesOf(body).map(({ paragraph }) => paragraph)).toEqual([0, 0, 0, 2, 3, 5]);
  });

  test("tells below which heading each stands, and takes a live block whole", () => {
    expect(piecesOf("A\n\n### B\n\n- C\n\n```timeline\n```\n")).toEqual([
      { text: "A", under: "", paragraph: 0 },
      { text: "- C", under: "### B", paragraph: 4 },
      { text: "```timeline\n```", under: "### B", paragraph: 7 },
    ]);
  });
});

describe("says", () => {
  test("finds the words in whatever list or paragraph", () => {
    expect(says("Before. One (`a`). After.", { text: "- One (`a`)." })).toBe(true);
    expect(says("1. One (`b`).", { text: "- One (`a`)." })).toBe(false);
  });
});

describe("withPiece", () => {
  const add = (body: string, text: string, theirs: string) => {
    const order = piecesOf(theirs);
    const piece = order.find((each) => each.text === text);
    return piece && withPiece(body, piece, order);
  };

  test("puts a sentence behind the one before it in its paragraph", () => {
    const theirs = "One (`a`). Two (`b`). Three (`c`).";
    expect(add("Mine. One (`a`). Mine too.", "Three (`c`).", theirs)).toBe(
      "Mine. One (`a`). Three (`c`). Mine too.",
    );
  });

  test("puts a row behind the row before it, and what belongs to that", () => {
    const theirs = "- One\n- Two\n- Three";
    expect(add("- One\n  and more\n- Mine\n\nText", "- Two", theirs)).toBe(
      "- One\n  and more\n- Two\n- Mine\n\nText",
    );
  });

  test("puts anything else behind the paragraph, list or quote", () => {
    const theirs = "One\n\n> **TODO:** Two\n\n- Row\n\nLast";
    expect(add("One\nmore\n\nMine", "> **TODO:** Two", theirs)).toBe(
      "One\nmore\n\n> **TODO:** Two\n\nMine",
    );
    expect(add("- Row\n- Mine", "Last", theirs)).toBe("- Row\n- Mine\n\nLast");
  });

  test("puts it below its heading where nothing stands before it", () => {
    const theirs = "### People\n\n- Ada\n- Grace\n\n### Steps\n\nDone";
    expect(add("### People\n\n- Mine", "- Ada", theirs)).toBe("### People\n\n- Ada\n- Mine");
    expect(add("### People\n\nMine", "- Ada", theirs)).toBe("### People\n\n- Ada\n\nMine");
    expect(add("### People", "- Ada", theirs)).toBe("### People\n\n- Ada");
    expect(add("Mine", "Done", theirs)).toBe("Mine\n\n### Steps\n\nDone");
  });

  test("puts it at the end of what stands before the first heading within the section", () => {
    expect(add("Mine\n\n### More\n\nMine", "New", "New")).toBe("Mine\n\nNew\n\n### More\n\nMine");
    expect(add("Mine", "New", "New")).toBe("Mine\n\nNew");
    expect(add("", "New", "New")).toBe("New");
  });
});

describe("withoutPiece", () => {
  const remove = (body: string, text: string) =>
    withoutPiece(body, { text, under: "", paragraph: 0 });

  test("takes a line out, and one of the blank lines around it", () => {
    expect(remove("A\n\n> **TODO:** B\n\nC", "> **TODO:** B")).toBe("A\n\nC");
    expect(remove("- A\n- B\n- C", "- B")).toBe("- A\n- C");
    expect(remove("A\n\nB", "B")).toBe("A");
    expect(remove("A\n\n```timeline\n```\n\nB", "```timeline\n```")).toBe("A\n\nB");
  });

  test("takes a sentence out of what a person wrote around it", () => {
    expect(remove("Mine. One (`a`). More.", "One (`a`).")).toBe("Mine. More.");
    expect(remove("One (`a`). More.", "One (`a`).")).toBe("More.");
    expect(remove("- One (`a`). More.", "- One (`a`).")).toBe("- More.");
  });

  test("leaves a text alone that does not have it", () => {
    expect(remove("Mine.", "Other.")).toBe("Mine.");
  });
});
