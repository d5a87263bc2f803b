import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { proseOf } from "@/lib/domain/prose";
import { withRoles } from "@/lib/domain/role-names";

const PEOPLE = [
  { names: ["Alice Chen", "alice@example.com", "achen"], role: "Incident Commander" },
  { names: ["Bob Martinez", "bob.martinez@example.com"], role: "Database SME" },
  { names: ["José Álvarez"], role: null },
  { names: ["James Jones"], role: "Scribe" },
  { names: ["Will O'Brien"], role: "oncall" },
];
const roles = (markdown: string) => withRoles(markdown, PEOPLE);

describe("withRoles", () => {
  test.each([
    ["Then Alice Chen rolled back.", "Then the Incident Commander rolled back."],
    ["Alice Chen rolled back.", "The Incident Commander rolled back."],
    ["It failed. Alice rolled back.", "It failed. The Incident Commander rolled back."],
    ["See e.g. Alice Chen.", "See e.g. the Incident Commander."],
    ["then ALICE CHEN and alice chen", "then the Incident Commander and the Incident Commander"],
    ["Later\nAlice\nChen left.", "Later\nthe Incident Commander left."],
    ["> it was Alice\n> Chen", "> it was the Incident Commander"],
    ["Bob knew.", "A subject matter expert knew."],
    ["We asked José.", "We asked a responder."],
    ["We asked José Álvarez.".normalize("NFD"), "We asked a responder."],
    ["with O'Brien and O’Brien", "with an oncall and an oncall"],
    ["- Alice\n- **Bob** knew", "- The Incident Commander\n- **A subject matter expert** knew"],
    ["1. Alice", "1. The Incident Commander"],
    ["| Who |\n| --- |\n| Alice |", "| Who |\n| --- |\n| The Incident Commander |"],
    ["## Alice's view", "## The Incident Commander's view"],
    ["It was Alice’s turn.", "It was the Incident Commander’s turn."],
    ["It was James' turn.", "It was the Scribe’s turn."],
    ["They call him 'James' here.", "They call him 'the Scribe' here."],
  ])("reads %j as %j", (markdown, expected) => {
    expect(roles(markdown)).toBe(expected);
  });

  test.each([
    ["Mail alice@example.com now.", "Mail the Incident Commander now."],
    ["Mail <alice@example.com> now.", "Mail the Incident Commander now."],
    ["Mail alice\\@example.com now.", "Mail the Incident Commander now."],
    ["Mail alice&#x40;example.com now.", "Mail the Incident Commander now."],
    ["Mail [her](mailto:alice@example.com?subject=x) now.", "Mail her now."],
    ["Mail [Alice](mailto:alice@example.com) now.", "Mail the Incident Commander now."],
    ["Mail [**Alice**](mailto:alice@example.com).", "Mail **the Incident Commander**."],
    ["Mail a.chen@other.example now.", "Mail the Incident Commander now."],
    [
      "Ask @alice, @achen or @Alice Chen.",
      "Ask the Incident Commander, the Incident Commander or the Incident Commander.",
    ],
    ["Mail zoe@example.com, ask @zoe.", "Mail zoe@example.com, ask @zoe."],
  ])("takes addresses and handles for people: %j", (markdown, expected) => {
    expect(roles(markdown)).toBe(expected);
  });

  test.each([
    ["Incident Commander Alice Chen left.", "The Incident Commander left."],
    ["So the Incident Commander, Alice Chen left.", "So the Incident Commander left."],
    ["So Alice Chen (Incident Commander) left.", "So the Incident Commander left."],
    ["So Alice Chen (the boss) left.", "So the Incident Commander (the boss) left."],
  ])("says a role once: %j", (markdown, expected) => {
    expect(roles(markdown)).toBe(expected);
  });

  test.each([
    "`Alice Chen` and ``a ` Alice``",
    "```\nAlice Chen\n```",
    "> ```\n> Alice\n> ```",
    "    Alice Chen",
    "[the page](/people/Alice-Chen)",
    "![a graph](/files/Alice.png)",
    "https://example.com/Alice and <https://example.com/Alice>",
    "[a]\n\n[a]: /people/Alice",
    "Malice and Chenille, Alices, chen, alice_chen",
    "Will it work? In May it did.",
    "",
  ])("leaves code, addresses and other words alone: %j", (markdown) => {
    expect(roles(markdown)).toBe(markdown);
  });

  test("reads the words of links, their titles and the words for images", () => {
    expect(roles("[Alice's notes](/n)")).toBe("[The Incident Commander's notes](/n)");
    expect(roles('[notes](/n "by Alice")')).toBe('[notes](/n "by the Incident Commander")');
    expect(roles("![drawn by Alice](/n)")).toBe("![drawn by the Incident Commander](/n)");
    expect(roles('[a]\n\n[a]: /n "by Alice"')).toBe('[a]\n\n[a]: /n "by the Incident Commander"');
    expect(roles("[Alice][a]\n\n[a]: <> 'Bob'")).toContain("[The Incident Commander][a]");
    expect(roles("see <!-- Alice --> it")).toBe("see <!-- the Incident Commander --> it");
  });

  test("does not tell one from another by a name that both have", () => {
    const people = [
      { names: ["Alice Chen"], role: "Scribe" },
      { names: ["Alice Wu"], role: "Incident Commander" },
    ];
    expect(withRoles("So Alice asked Alice Wu.", people)).toBe(
      "So a responder asked the Incident Commander.",
    );
  });

  test("takes an address that may be several people's for anybody's", () => {
    const people = [
      { names: ["Alice Chen"], role: "Scribe" },
      { names: ["Adam Chen"], role: "Incident Commander" },
    ];
    expect(withRoles("Mail achen@example.com.", people)).toBe("Mail a responder.");
  });

  test("knows nobody where nobody is named", () => {
    expect(withRoles("Alice asked bob@example.com.", [])).toBe("Alice asked bob@example.com.");
    expect(withRoles("Alice asked.", [{ names: ["", " "], role: null }])).toBe("Alice asked.");
  });
});

describe("a text with roles", () => {
  const name = fc.constantFrom(
    "Alice Chen",
    "Alice",
    "Chen",
    "Bob Martinez",
    "Martinez",
    "José",
    "alice@example.com",
    "ALICE CHEN",
    "James Jones",
    "@alice",
    "O'Brien",
  );
  const piece = fc.oneof(
    name,
    name.map((each) => `**${each}**`),
    name.map((each) => `[${each}](/x)`),
    name.map((each) => `- ${each}'s\n`),
    name.map((each) => `\n## ${each}\n\n`),
    name.map((each) => `\n\n| ${each} | a |\n| - | - |\n| b | *${each}* |\n\n`),
    name.map((each) => `\n> ${each}\n\n`),
    name.map((each) => `[x](mailto:${each.replaceAll(" ", "")})`),
    fc.constantFrom(
      "`",
      "``",
      "\n```\n",
      "\n\n",
      "\n",
      " ",
      "*",
      "_",
      "](",
      "[",
      "<",
      ">",
      "|",
      "\\",
      "(",
      ")",
      "&#x41;",
      "~~",
      "    ",
      "word",
      ".",
      "- ",
    ),
  );

  test("shows none of the names, whatever stands around them", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(" ")),
        (markdown) => {
          const left = visibleText(roles(markdown));
          expect(left).not.toMatch(
            /\b(?:Alice|Chen|Bob|Martinez|James|Jones)\b|José|alice@|O'Brien|CHEN/,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("is blanked to the letter", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((parts) => parts.join("")),
        (markdown) => {
          expect(proseOf(markdown).text).toHaveLength(markdown.length);
        },
      ),
    );
  });
});

/** What a reader sees, code apart. */
function visibleText(markdown: string): string {
  const read = (node: Nodes): string => {
    if (node.type === "text") return node.value;
    if (node.type === "image") return node.alt ?? "";
    if (node.type === "code" || node.type === "inlineCode") return "";
    return "children" in node ? node.children.map(read).join("") : "";
  };
  return read(
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  );
}
