import type { Node } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";

const LONG = 40;
const NARROWEST = 6;
const WIDEST = 48;
const ROOM = 6;

/**
 * A table that scrolls on its own where it is wider than the text. A browser looks at all cells of a
 * table for each letter in one: in a long one each row is laid out by itself, in columns that do not
 * wait for what is in them.
 */
export function tableView(first: Node): NodeView {
  const dom = document.createElement("div");
  dom.className = "table-room";
  const table = document.createElement("table");
  const contentDOM = document.createElement("tbody");
  let columns = 0;
  table.append(contentDOM);
  dom.append(table);

  function show(node: Node): void {
    const isLong = node.childCount > LONG;
    const count = isLong ? (node.firstChild?.childCount ?? 0) : 0;
    table.classList.toggle("is-long", isLong);
    if (count === columns) return;
    columns = count;
    table.style.minInlineSize = isLong ? `${count * ROOM}rem` : "";
    table.style.setProperty("--columns", isLong ? widths(node) : "");
  }

  show(first);
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== first.type) return false;
      show(node);
      return true;
    },
    ignoreMutation: ({ target }) => !contentDOM.contains(target),
  };
}

/** Columns that share the room as their longest cells ask for it, within reason. */
function widths(table: Node): string {
  const letters: number[] = [];
  table.forEach((row) =>
    row.forEach((cell, _, column) => {
      const count = Math.min(cell.textContent.length, WIDEST);
      letters[column] = Math.max(letters[column] ?? NARROWEST, count);
    }),
  );
  return letters.map((count) => `minmax(0, ${count}fr)`).join(" ");
}
