import { toMarkdown } from "mdast-util-to-markdown";
import { gfmToMarkdown } from "mdast-util-gfm";
import type { Definition, Root } from "mdast";
import { emailsIn } from "./mask";
import { blocksOf, type Ledger } from "./publication/allowed";
import { hasTodo, sectionsOf, treeOf, wordsOf } from "./publication/sections";

/** A text as outsiders may read it, and what its publisher has to know of it. */
export type PublishedText = {
  /** Markdown. */
  text: string;
  /** Why it may not go out, in sentences; empty where it may. */
  problems: string[];
  /** What did not go along, in words: `2 images`. */
  leftOut: string[];
  /** Where its links lead. */
  addresses: string[];
};

type Publication = {
  /** The sections that go out, by their place in the text. */
  sections: readonly number[];
  /** The portal's own address. */
  portal: string;
  /** Who may not be named; empty where names may go out. */
  names?: readonly string[];
};

/**
 * The chosen sections of an edition for people without an account, from an allow-list: words, emphasis,
 * lists, tables, code and links to elsewhere. Images with their descriptions, links into the portal,
 * titles, HTML, footnotes, definitions, live blocks and what code says of itself have no way in.
 */
export function publishedText(
  markdown: string,
  { sections, portal, names = [] }: Publication,
): PublishedText {
  const tree = treeOf(markdown);
  const chosen = sectionsOf(tree).filter((_, index) => sections.includes(index));
  const ledger = newLedger(tree, portal);
  const children = blocksOf(
    chosen.flatMap(({ nodes }) => nodes),
    ledger,
  );
  const words = children.map(wordsOf).join("\n");
  const text = toMarkdown(
    { type: "root", children },
    { extensions: [gfmToMarkdown()], bullet: "-" },
  );
  return {
    text,
    problems: [
      ...(words.trim() === "" ? ["Choose at least one section with words in it."] : []),
      ...chosen.flatMap(({ title, nodes }) =>
        hasTodo(nodes)
          ? [`“${title}” still has a TODO. Write what is missing, or leave it out.`]
          : [],
      ),
      ...namedIn(words, names),
    ],
    leftOut: lossesOf(ledger),
    addresses: [...ledger.addresses],
  };
}

/** What keeps words from going out: whom they name, and e-mail addresses. */
export function namedIn(words: string, names: readonly string[]): string[] {
  return [
    ...names.filter(isIn(words)).map((name) => `It names ${name}. Write the role instead.`),
    ...(emailsIn(words).length > 0 ? ["It holds an e-mail address."] : []),
  ];
}

function newLedger({ children }: Root, portal: string): Ledger {
  const definitions = new Map<string, Definition>();
  for (const node of children) {
    if (node.type === "definition" && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  }
  const none = { images: 0, links: 0, emails: 0, footnotes: 0, html: 0, liveBlocks: 0 };
  return { definitions, portal, ...none, addresses: new Set() };
}

function lossesOf(ledger: Ledger): string[] {
  return [
    counted(ledger.images, "image"),
    counted(ledger.liveBlocks, "live block"),
    counted(ledger.links, "address of a link", "addresses of links"),
    counted(ledger.emails, "e-mail address", "e-mail addresses"),
    counted(ledger.footnotes, "footnote"),
    counted(ledger.html, "piece of HTML", "pieces of HTML"),
  ].flatMap((loss) => loss ?? []);
}

function counted(count: number, one: string, many = `${one}s`): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;
}

/** Whether a name stands in the words, whole and in any case. */
const isIn = (words: string) => {
  const shown = flat(words);
  return (name: string) => {
    const wanted = flat(name);
    return wanted.length > 2 && shown.includes(wanted);
  };
};

const flat = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
