import type { Node } from "@tiptap/pm/model";
import { escapedHeadingEnd, escapedStart, reference } from "./escape";
import { interruptsText } from "./tree";
import { tokensOf, type Token } from "./tokens";

export type InlineOptions = {
  isOneLine?: boolean;
  isInCell?: boolean;
  isHeading?: boolean;
  isUnder?: boolean;
};

type Part = { kind: Token["kind"]; text: string; opens?: boolean };

const isStar = (token: Token | undefined) => token?.kind === "mark" && token.mark !== "strike";

/** Inline pieces as Markdown, each mark with delimiters that are read as such where they stand. */
export function inlineMarkdown(pieces: readonly Node[], options: InlineOptions = {}): string {
  const tokens = tokensOf(pieces);
  const parts = tokens.map((token, index) => partOf(tokens, token, index, options));
  writeAddresses(tokens, parts);
  partMarks(parts);
  partBrackets(parts);
  guardLines(parts, options);
  const last = parts.at(-1);
  if (options.isHeading && last?.kind === "text") last.text = escapedHeadingEnd(last.text);
  return parts.map((part) => (options.isInCell ? forCell(part) : part.text)).join("");
}

function partOf(tokens: Token[], token: Token, index: number, options: InlineOptions): Part {
  if (token.kind === "mark") {
    return { kind: token.kind, text: delimiterOf(tokens, token, index), opens: token.opens };
  }
  const isCut = options.isOneLine && (token.kind === "raw" || token.kind === "line");
  return { kind: token.kind, text: isCut ? token.text.replace(/\\?\n/g, " ") : token.text };
}

/** `_` where `*` would run into the delimiters beside it. Both ends of a mark must agree. */
function delimiterOf(tokens: Token[], token: Token, index: number): string {
  if (token.kind !== "mark") return "";
  if (token.mark === "bold") return "**";
  if (token.mark === "strike") return "~~";
  const other = otherEnd(tokens, index, token.opens);
  const besides = [index - 1, index + 1, other - 1, other + 1];
  return besides.some((place) => isStar(tokens[place])) ? "_" : "*";
}

function otherEnd(tokens: Token[], index: number, opens: boolean): number {
  const step = opens ? 1 : -1;
  for (let place = index + step; tokens[place]; place += step) {
    const token = tokens[place];
    if (token?.kind === "mark" && token.mark === "italic") return place;
  }
  return index;
}

/** An address alone is a link only between spaces or before the end of a sentence. */
function writeAddresses(tokens: Token[], parts: Part[]): void {
  for (const [index, token] of tokens.entries()) {
    const part = parts[index];
    if (token.kind !== "address" || !part) continue;
    const before = parts[index - 1];
    const after = parts[index + 1];
    const begins = !before || before.kind === "line" || /(?:^|[\s(])$/.test(textOf(before));
    const ends = !after || after.kind === "line" || /^[).,;:!?]?(?:\s|$)/.test(textOf(after));
    if (token.bare !== undefined && begins && ends) part.text = token.bare;
  }
}

function textOf(part: Part): string {
  return part.kind === "text" ? part.text : "x";
}

/** How CommonMark sees a letter beside a delimiter. */
function kindOf(letter: string): "space" | "sign" | "letter" {
  if (letter === "" || /\s/.test(letter)) return "space";
  return /[\p{P}\p{S}]/u.test(letter) ? "sign" : "letter";
}

/** Writes letters as references where a delimiter beside them would not be read as one. */
function partMarks(parts: Part[]): void {
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "mark") continue;
    const outside = parts[part.opens ? index - 1 : index + 1];
    const inside = parts[part.opens ? index + 1 : index - 1];
    const outer = outside ? edge(outside.text, !part.opens) : "";
    const inner = inside ? edge(inside.text, part.opens === true) : "";
    if (!outside || outside.kind !== "text" || kindOf(outer) !== "letter") continue;
    if (kindOf(inner) === "letter" && part.text !== "_") continue;
    outside.text = part.opens ? referenceAtEnd(outside.text) : referenceAtStart(outside.text);
  }
}

function edge(text: string, atStart: boolean): string {
  return atStart ? text.charAt(0) : text.charAt(text.length - 1);
}

function referenceAtEnd(text: string): string {
  const letter = Array.from(text.slice(-2)).at(-1) ?? "";
  const before = text.slice(0, text.length - letter.length);
  return before.replace(/(?<=[A-Za-z\d])_$/, "\\_") + reference(letter);
}

function referenceAtStart(text: string): string {
  const [letter = ""] = text;
  return reference(letter) + text.slice(letter.length).replace(/^_/, "\\_");
}

/** Keeps `!` from making an image of the link after it, and text from belonging to the brackets before it. */
function partBrackets(parts: Part[]): void {
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "text") continue;
    const before = parts[index - 1];
    const after = parts[index + 1];
    if (part.text.endsWith("!") && after?.text.startsWith("[")) {
      part.text = `${part.text.slice(0, -1)}\\!`;
    }
    const opensLabel = before?.kind === "solid" && before.text === "[";
    if (before?.kind === "raw" && before.text.endsWith("]")) {
      part.text = part.text.replace(/^[(:]/, "\\$&");
    } else if (opensLabel) part.text = part.text.replace(/^\^/, "\\^");
  }
}

/** Keeps the letters at the edges of lines from beginning blocks or being dropped. */
function guardLines(parts: Part[], { isOneLine, isUnder }: InlineOptions): void {
  for (const [index, part] of parts.entries()) {
    const isLater = index === 0 ? isUnder : parts[index - 1]?.kind === "line" && !isOneLine;
    if (part.kind === "raw" && isLater && interruptsText(part.text)) part.text = `    ${part.text}`;
    if (part.kind !== "text") continue;
    const begins = index === 0 || parts[index - 1]?.kind === "line";
    const ends = index === parts.length - 1 || parts[index + 1]?.kind === "line";
    if (ends) part.text = part.text.replace(/[ \t]$/, reference);
    if (!begins) continue;
    part.text = part.text.replace(/^[ \t]/, reference);
    if (isOneLine) continue;
    part.text = escapedStart(part.text, lineFrom(parts, index));
  }
}

function forCell({ kind, text }: Part): string {
  if (kind === "address" && text.startsWith("<")) return text;
  return text.replaceAll("|", "\\|");
}

/** What is written from a part on to the end of its line. */
function lineFrom(parts: Part[], index: number): string {
  let line = "";
  for (let place = index; parts[place] && parts[place]?.kind !== "line"; place += 1) {
    line += parts[place]?.text ?? "";
  }
  return line;
}
