import type { Node } from "@tiptap/pm/model";
import { isBreak } from "./settled-inline";
import { endsBeforeText, interruptsText } from "./tree";

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
  if (left.type.name === "blockquote" && right.type.name === "blockquote") return true;
  const tail = tailOf(left);
  const isText = right.type.name === "paragraph" || right.type.name === "table";
  if (holdsBlankLine(left) || holdsBlankLine(right)) return true;
  if (tail.type.name === "table") {
    return isText || isUnderlined(right) || right.type.name === "rawBlock";
  }
  if (tail.type.name === "rawBlock") {
    return tail !== left || !endsBeforeText(String(left.attrs.source)) || !mayInterrupt(right);
  }
  if (tail.type.name !== "paragraph") return false;
  if (right.type.name === "rawBlock") return !interruptsText(String(right.attrs.source));
  if (isText || isUnderlined(right)) return true;
  return !mayInterrupt(right);
}

/** Several blocks that the editor does not know stand together as one, with blank lines between them. */
function holdsBlankLine(block: Node): boolean {
  return block.type.name === "rawBlock" && /\n[ \t]*\n/.test(String(block.attrs.source));
}

/** The block at the very end of a block. */
function tailOf(block: Node): Node {
  let tail = block;
  while (tail.lastChild && (isList(tail) || /Item$|^blockquote$/.test(tail.type.name))) {
    tail = tail.lastChild;
  }
  return tail;
}

/** Lists may follow a paragraph on the next line when they begin with words, and with 1 if numbered. */
function mayInterrupt(block: Node): boolean {
  for (let head: Node | null = block; head; head = head.firstChild) {
    if (head.type.name === "orderedList" && head.attrs.start !== 1) return false;
    if (head.type.name === "listItem" && isEmpty(head.firstChild)) return false;
  }
  return true;
}

function isEmpty(block: Node | null): boolean {
  return block === null || (block.isTextblock && block.childCount === 0);
}
