import type { Node } from "@tiptap/pm/model";
import { isBreak } from "./settled-inline";
import { readingOf } from "./tree";

const LISTS = ["bulletList", "orderedList", "taskList"];
export function isList(block: Node | null | undefined): boolean {
  return block ? LISTS.includes(block.type.name) : false;
}

/** True for a heading of several lines, which needs a line under it in place of `#`. */
export function isUnderlined(block: Node): boolean {
  return (
    block.type.name === "heading" &&
    Number(block.attrs.level) <= 2 &&
    block.children.some(
      (piece) =>
        isBreak(piece) ||
        (piece.type.name === "rawInline" && String(piece.attrs.source).includes("\n")),
    )
  );
}

/** True when two blocks of one list item would be read as something else without a blank line between them. */
export function mustPart(left: Node, right: Node): boolean {
  if (left.type.name === "rawBlock") return true;
  if (left.type.name === "blockquote" && right.type.name === "blockquote") return true;
  const tail = tailOf(left);
  const isText = right.type.name === "paragraph" || right.type.name === "table";
  if (tail.type.name === "table") return isText || right.type.name === "rawBlock";
  if (tail.type.name !== "paragraph") return false;
  if (right.type.name === "rawBlock") return !interruptsText(String(right.attrs.source));
  if (isText || isUnderlined(right)) return true;
  return isList(right) && !mayInterrupt(right);
}

/** The block at the very end of a block. */
function tailOf(block: Node): Node {
  let tail = block;
  while (tail.lastChild && (isList(tail) || /Item$|^blockquote$/.test(tail.type.name))) {
    tail = tail.lastChild;
  }
  return tail;
}

/** A list may follow a paragraph on the next line when it begins with words, and with 1 if it is numbered. */
function mayInterrupt(list: Node): boolean {
  if (list.type.name === "orderedList" && list.attrs.start !== 1) return false;
  const first = list.firstChild?.firstChild;
  return first !== null && first !== undefined && !(first.isTextblock && first.childCount === 0);
}

function interruptsText(source: string): boolean {
  const [line = ""] = source.split("\n");
  return readingOf(`text\n${line}`).root.children.length > 1;
}
