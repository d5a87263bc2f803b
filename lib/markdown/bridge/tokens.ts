import type { Mark, Node } from "@tiptap/pm/model";
import { codeSpan, destination, escaped } from "./escape";
import { marks, nodes } from "./schema";
import { isSoftBreak } from "./settled-inline";

/** A part of a line as it is written; what a delimiter looks like depends on what stands beside it. */
export type Token =
  | { kind: "text"; text: string }
  | { kind: "solid"; text: string }
  | { kind: "raw"; text: string }
  | { kind: "line"; text: string }
  | { kind: "address"; text: string; bare: string | undefined }
  | { kind: "mark"; mark: "bold" | "italic" | "strike"; opens: boolean };

const BARE =
  /^(?:https?:\/\/|www\.)[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:[/?#][\w/.~%#?=&+,:@-]*)?(?<=[a-z\d/])$/i;
const BARE_MAIL = /^[a-z\d][a-z\d.+-]*@[a-z\d]+(?:-[a-z\d]+)*(?:\.[a-z]+)+$/i;
const POINTED = /^(?:[a-z][a-z\d+.-]{1,31}:[^\s<>\p{Cc}|]*)$/iu;

/** The parts of inline pieces: each mark around as many pieces as it covers, the longest outside. */
export function tokensOf(pieces: readonly Node[]): Token[] {
  return nested(pieces, [], false);
}

function nested(pieces: readonly Node[], open: readonly Mark[], isInLink: boolean): Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index];
    if (!piece) break;
    const { mark, end } = widest(pieces, index, open);
    const run = pieces.slice(index, end);
    if (!mark) tokens.push(leaf(piece, isInLink));
    else if (mark.type === marks.link) tokens.push(...linkOf(mark, run, open));
    else tokens.push(...marked(mark, nested(run, [...open, mark], isInLink)));
    index = mark ? end : index + 1;
  }
  return tokens;
}

/** The mark at a piece that covers the most of what follows; a link is never cut in two. */
function widest(pieces: readonly Node[], index: number, open: readonly Mark[]) {
  let best: { mark: Mark | undefined; end: number } = { mark: undefined, end: index };
  for (const mark of pieces[index]?.marks ?? []) {
    const isWritten = mark.type === marks.code || mark.type === marks.softBreak;
    if (isWritten || mark.isInSet(open)) continue;
    let end = index;
    while (pieces[end] && mark.isInSet(pieces[end]?.marks ?? [])) end += 1;
    if (mark.type !== marks.link) end = beforeCutLink(pieces, index, end, open);
    if (end > best.end) best = { mark, end };
  }
  return best;
}

function beforeCutLink(
  pieces: readonly Node[],
  start: number,
  end: number,
  open: readonly Mark[],
): number {
  const link = marks.link.isInSet(pieces[end]?.marks ?? []);
  if (!link || link.isInSet(open)) return end;
  let edge = end;
  while (edge > start && link.isInSet(pieces[edge - 1]?.marks ?? [])) edge -= 1;
  return edge === start ? end : edge;
}

function marked(mark: Mark, inside: Token[]): Token[] {
  const name = mark.type.name;
  if (name !== "bold" && name !== "italic" && name !== "strike") return inside;
  return [
    { kind: "mark", mark: name, opens: true },
    ...inside,
    { kind: "mark", mark: name, opens: false },
  ];
}

function leaf(piece: Node, isInLink: boolean): Token {
  if (piece.type === nodes.hardBreak) return { kind: "line", text: "\\\n" };
  if (piece.type === nodes.rawInline) return { kind: "raw", text: String(piece.attrs.source) };
  if (piece.type === nodes.image) return { kind: "solid", text: imageOf(piece) };
  if (isSoftBreak(piece)) return { kind: "line", text: "\n" };
  const text = piece.text ?? "";
  if (marks.code.isInSet(piece.marks)) return { kind: "solid", text: codeSpan(text) };
  return { kind: "text", text: escaped(text, isInLink) };
}

function imageOf({ attrs }: Node): string {
  const alt = escaped(String(attrs.alt ?? ""), true).replaceAll("\n", "&#xA;");
  return `![${alt.replace(/^\^/, "\\^")}]${destination(String(attrs.src ?? ""), titleOf(attrs.title))}`;
}

function titleOf(title: unknown): string | null {
  return typeof title === "string" && title !== "" ? title : null;
}

function linkOf(mark: Mark, run: readonly Node[], open: readonly Mark[]): Token[] {
  const href = String(mark.attrs.href ?? "");
  const title = titleOf(mark.attrs.title);
  const address = title === null ? addressOf(href, run, open.length + 1) : undefined;
  if (address) return [address];
  const inside = nested(run, [...open, mark], true);
  return [
    { kind: "solid", text: "[" },
    ...inside,
    { kind: "solid", text: `]${destination(href, title)}` },
  ];
}

/** A link whose text is its address can be written as the address alone. */
function addressOf(href: string, run: readonly Node[], depth: number): Token | undefined {
  const [piece] = run;
  if (run.length !== 1 || !piece?.isText || piece.marks.length !== depth) return undefined;
  const text = piece.text ?? "";
  if (href === text && POINTED.test(text)) {
    return { kind: "address", text: `<${text}>`, bare: BARE.test(text) ? text : undefined };
  }
  const isBare =
    (href === `http://${text}` && BARE.test(text) && /^www\./i.test(text)) ||
    (href === `mailto:${text}` && BARE_MAIL.test(text));
  if (!isBare) return undefined;
  return {
    kind: "address",
    text: `[${escaped(text, true)}]${destination(href, null)}`,
    bare: text,
  };
}
