/** One thing that a drafted section says: a sentence, a row of a list, a request or a live block. */
export type Piece = {
  /** To the letter, with the mark of its list or quote. */
  text: string;
  /** The heading within the section that it stands below; empty for none. */
  under: string;
  /** Sentences of one paragraph have the same. */
  paragraph: number;
};

/** Where one sentence of a draft ends and the next begins: after its sources. */
const NEXT_SENTENCE = /(?<=[`)]\)\.) (?=\S)/;

/** What a section says, piece by piece. Its headings are told of by the pieces below them. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let under = "";
  let fence: string[] | undefined;
  for (const [paragraph, line] of body.split("\n").entries()) {
    if (fence) {
      fence.push(line);
      if (!line.startsWith("```")) continue;
      pieces.push({ text: fence.join("\n"), under, paragraph });
      fence = undefined;
    } else if (line.startsWith("```")) fence = [line];
    else if (isHeading(line)) under = line;
    else if (line.trim() !== "") {
      const sentences = MARK.test(line) ? [line] : line.split(NEXT_SENTENCE);
      pieces.push(...sentences.map((text) => ({ text, under, paragraph })));
    }
  }
  return pieces;
}

/** True where a section says this, in a list or a paragraph of whatever kind. */
export const says = (body: string, { text }: Pick<Piece, "text">): boolean =>
  body.includes(wordsOf(text));

/**
 * A section with one more piece, behind the nearest that stands before it in `order`, where the section
 * has one; every other letter stays.
 */
export function withPiece(body: string, piece: Piece, order: readonly Piece[]): string {
  const place = order.findIndex((each) => isSame(each, piece));
  const anchor = order
    .slice(0, Math.max(place, 0))
    .findLast((each) => each.under === piece.under && says(body, each));
  if (!anchor) return withoutAnchor(body, piece);

  const words = wordsOf(anchor.text);
  const end = body.indexOf(words) + words.length;
  if (anchor.paragraph === piece.paragraph) return inserted(body, end, ` ${piece.text}`);
  const isRow = ROW.test(anchor.text) && ROW.test(piece.text);
  return isRow
    ? inserted(body, rowEnd(body, end), `\n${piece.text}`)
    : inserted(body, blockEnd(body, end), `\n\n${piece.text}`);
}

/** A section without a piece; every other letter stays, but for the blank line that it leaves. */
export function withoutPiece(body: string, { text }: Piece): string {
  const lines = body.split("\n");
  const size = text.split("\n").length;
  const first = lines.findIndex((_, index) => lines.slice(index, index + size).join("\n") === text);
  if (first === -1) {
    const words = wordsOf(text);
    const at = body.indexOf(words);
    if (at === -1) return body;
    const before = body.slice(0, at).replace(/ $/, "");
    const after = body.slice(at + words.length);
    return before === "" || before.endsWith("\n") ? before + after.trimStart() : before + after;
  }
  const leavesTwoBlanks = isBlank(lines[first - 1]) && isBlank(lines[first + size]);
  return lines
    .toSpliced(first, size + (leavesTwoBlanks ? 1 : 0))
    .join("\n")
    .trimEnd();
}

const MARK = /^(?:[-*+]|\d{1,9}[.)]|>) /;
const ROW = /^(?:[-*+]|\d{1,9}[.)]) /;

const isHeading = (line: string) => /^#{3,6} /.test(line);
const isBlank = (line: string | undefined) => line === undefined || line.trim() === "";
const wordsOf = (text: string) => text.replace(MARK, "");
const isSame = (a: Piece, b: Piece) => a.text === b.text && a.under === b.under;
const inserted = (body: string, at: number, text: string) =>
  body.slice(0, at) + text + body.slice(at);

/** Below the heading that it belongs to, which comes with it where it is not there. */
function withoutAnchor(body: string, { text, under }: Piece): string {
  const lines = body.split("\n");
  if (under === "") {
    const heading = lines.findIndex(isHeading);
    if (heading === -1) return body === "" ? text : `${body}\n\n${text}`;
    return lines.toSpliced(heading, 0, text, "").join("\n");
  }
  const heading = lines.indexOf(under);
  if (heading === -1) return [body, under, text].filter(Boolean).join("\n\n");
  const next = lines.findIndex((line, index) => index > heading && !isBlank(line));
  const joins = next !== -1 && ROW.test(lines[next] ?? "") && ROW.test(text);
  return joins
    ? lines.toSpliced(next, 0, text).join("\n")
    : lines.toSpliced(heading + 1, 0, "", text).join("\n");
}

/** Where a row of a list ends, with the lines that belong to it. */
function rowEnd(body: string, from: number): number {
  const [rest = ""] = /^[^\n]*(?:\n(?: {2,}|\t)[^\n]+)*/.exec(body.slice(from)) ?? [];
  return from + rest.length;
}

/** Where a paragraph, list or quote ends: before the next blank line. */
function blockEnd(body: string, from: number): number {
  const blank = body.slice(from).search(/\n[ \t]*(?:\n|$)/);
  return blank === -1 ? body.length : from + blank;
}
