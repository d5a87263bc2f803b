import type {
  BlockContent,
  Blockquote,
  Definition,
  Heading,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
} from "mdast";
import { liveBlockOf } from "../live-block";
import { emailsIn, maskEmails } from "../mask";
import { hostOf, outsideAddress } from "./address";

/** What was left out of a text, and the addresses that stay in it. */
export type Ledger = {
  definitions: Map<string, Definition>;
  portal: string;
  images: number;
  links: number;
  emails: number;
  footnotes: number;
  html: number;
  liveBlocks: number;
  addresses: Set<string>;
};

const LINK_LEFT_OUT = "[link left out]";
const ADDRESS = /^(?:https?:\/\/|www\.|mailto:|\/)\S*$/i;
const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/i;
/** A report stands below a page's title and its own. */
const SHALLOWEST = 3;
const DEEPEST = 6;

/** Of blocks what outsiders may read: kinds are named one by one, and any other is left out. */
export function blocksOf(nodes: RootContent[], ledger: Ledger): BlockContent[] {
  return nodes.flatMap((node) => blockOf(node, ledger));
}

function blockOf(node: RootContent, ledger: Ledger): BlockContent[] {
  switch (node.type) {
    case "paragraph": {
      const children = lineOf(node.children, ledger);
      return children.length > 0 ? [{ type: "paragraph", children }] : [];
    }
    case "heading": {
      const children = lineOf(node.children, ledger);
      return children.length > 0 ? [{ type: "heading", depth: deeper(node), children }] : [];
    }
    case "blockquote":
      return quoteOf(node, ledger);
    case "list": {
      const children = node.children.map((item) => itemOf(item, ledger));
      return [{ type: "list", ordered: node.ordered, start: node.start, spread: false, children }];
    }
    case "code":
      if (liveBlockOf(node.lang)) break;
      return [{ type: "code", value: textOf(node.value, ledger) }];
    case "thematicBreak":
      return [{ type: "thematicBreak" }];
    case "table":
      return [
        {
          type: "table",
          align: node.align,
          children: node.children.map((row) => ({
            type: "tableRow",
            children: row.children.map((cell) => ({
              type: "tableCell",
              children: lineOf(cell.children, ledger),
            })),
          })),
        },
      ];
  }
  noteLoss(node, ledger);
  return [];
}

const DEPTHS = [SHALLOWEST, 4, 5, DEEPEST] as const;

function deeper({ depth }: Heading): Heading["depth"] {
  return DEPTHS.find((each) => each > depth) ?? DEEPEST;
}

function itemOf({ children, checked, spread }: ListItem, ledger: Ledger): ListItem {
  return { type: "listItem", checked, spread, children: blocksOf(children, ledger) };
}

/** A callout keeps its word, not its syntax. */
function quoteOf({ children }: Blockquote, ledger: Ledger): BlockContent[] {
  const [first, ...others] = children;
  const opening = first?.type === "paragraph" ? first.children[0] : undefined;
  const word = opening?.type === "text" ? ALERT.exec(opening.value) : null;
  if (first?.type !== "paragraph" || opening?.type !== "text" || !word?.[1]) {
    return [{ type: "blockquote", children: blocksOf(children, ledger) }];
  }
  const label = word[1].charAt(0).toUpperCase() + word[1].slice(1).toLowerCase();
  const rest = opening.value.slice(word[0].length);
  const said: PhrasingContent[] = [{ type: "text", value: rest }, ...first.children.slice(1)];
  const heading: BlockContent = {
    type: "paragraph",
    children: [{ type: "strong", children: [{ type: "text", value: label }] }],
  };
  return [
    {
      type: "blockquote",
      children: [heading, ...blocksOf([{ ...first, children: said }, ...others], ledger)],
    },
  ];
}

function phrasesOf(nodes: PhrasingContent[], ledger: Ledger): PhrasingContent[] {
  return nodes.flatMap((node) => phraseOf(node, ledger));
}

/** A block's phrases without the spaces that stood around what was left out. */
function lineOf(nodes: PhrasingContent[], ledger: Ledger): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  for (const phrase of phrasesOf(nodes, ledger)) {
    const before = phrases.at(-1);
    if (phrase.type !== "text" || (before && before.type !== "text")) phrases.push(phrase);
    else if (before) before.value = joined(before.value, phrase.value);
    else if (phrase.value.trim() !== "")
      phrases.push({ ...phrase, value: phrase.value.trimStart() });
  }
  const last = phrases.at(-1);
  if (last?.type === "text") last.value = last.value.trimEnd();
  return phrases;
}

const joined = (before: string, after: string) =>
  /\s$/.test(before) ? before + after.trimStart() : before + after;

function phraseOf(node: PhrasingContent, ledger: Ledger): PhrasingContent[] {
  switch (node.type) {
    case "text":
    case "inlineCode": {
      const value = textOf(node.value, ledger);
      return value === "" ? [] : [{ type: node.type, value }];
    }
    case "emphasis":
    case "strong":
    case "delete": {
      const children = phrasesOf(node.children, ledger);
      return children.length > 0 ? [{ type: node.type, children }] : [];
    }
    case "break":
      return [{ type: "break" }];
    case "link":
      return linkOf(node.url, node.children, ledger);
    case "linkReference": {
      const definition = ledger.definitions.get(node.identifier);
      return linkOf(definition?.url ?? "", node.children, ledger);
    }
    default:
      noteLoss(node, ledger);
      return [];
  }
}

/** A link elsewhere stays a link, without its title; any other becomes its words. */
function linkOf(url: string, inside: PhrasingContent[], ledger: Ledger): PhrasingContent[] {
  const address = outsideAddress(url, ledger.portal);
  const children = phrasesOf(inside, ledger);
  if (children.length === 0) return [];
  if (address !== undefined) {
    ledger.addresses.add(address);
    return [{ type: "link", url: address, children }];
  }
  ledger.links += 1;
  const [only] = children;
  const isAddress = children.length === 1 && only?.type === "text" && ADDRESS.test(only.value);
  return isAddress ? [{ type: "text", value: LINK_LEFT_OUT }] : children;
}

/** A person's words without e-mail addresses, and without addresses of the portal. */
function textOf(value: string, ledger: Ledger): string {
  ledger.emails += emailsIn(value).length;
  const masked = maskEmails(value);
  const host = hostOf(ledger.portal);
  if (!host) return masked;
  return masked.replace(/(?:https?:)?\/\/[^\s<>"')\]]+/gi, (address) => {
    const full = address.startsWith("//") ? `https:${address}` : address;
    return hostOf(full) === host ? LINK_LEFT_OUT : address;
  });
}

function noteLoss({ type }: Nodes, ledger: Ledger): void {
  if (type === "image" || type === "imageReference") ledger.images += 1;
  if (type === "footnoteReference") ledger.footnotes += 1;
  if (type === "html") ledger.html += 1;
  if (type === "code") ledger.liveBlocks += 1;
}
