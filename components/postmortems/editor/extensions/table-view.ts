import type { NodeView } from "@tiptap/pm/view";

/** A table that scrolls on its own where it is wider than the text. */
export function tableView(): NodeView {
  const dom = document.createElement("div");
  dom.className = "table-room";
  const table = document.createElement("table");
  const contentDOM = document.createElement("tbody");
  table.append(contentDOM);
  dom.append(table);
  return { dom, contentDOM, ignoreMutation: ({ target }) => !contentDOM.contains(target) };
}
