import type { Node } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";

const LONG = 40;
const NARROWEST = 6;
const WIDEST = 48;
const ROOM = 6;

/**
 * A table that scrolls on its own where it is wider than the text. A browser looks at all cells of a
 * table for each letter in one: the columns of a long table have widths that do not wait for that.
 */
export function tableView(first: Node): NodeView {
  const dom = document.createElement("div");
  dom.className = "table-room";
  const table = document.createElement("table");
  const columns = document.createElement("colgroup");
  const contentDOM = document.createElement("tbody");
  table.append(columns, contentDOM);
  dom.append(table);

  function show(node: Node): void {
    const isLong = node.childCount > LONG;
    const count = isLong ? (node.firstChild?.childCount ?? 0) : 0;
    table.classList.toggle("is-long", isLong);
    table.style.minInlineSize = isLong ? `${count * ROOM}rem` : "";
    if (columns.childElementCount !== count)
      columns.replaceChildren(...(isLong ? widths(node) : []));
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
function widths(table: Node): HTMLElement[] {
  const letters: number[] = [];
  table.forEach((row) =>
    row.forEach((cell, _, column) => {
      const count = Math.min(cell.textContent.length, WIDEST);
      letters[column] = Math.max(letters[column] ?? NARROWEST, count);
    }),
  );
  const all = letters.reduce((sum, count) => sum + count, 0);
  return letters.map((count) => {
    const column = document.createElement("col");
    column.style.inlineSize = `${(count / all) * 100}%`;
    return column;
  });
}
