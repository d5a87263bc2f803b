import type { Editor } from "@tiptap/core";
import { selectedRect } from "@tiptap/pm/tables";

/** Aligns every cell of the columns that are selected: Markdown aligns columns, not cells. */
export function alignColumn(editor: Editor, align: "left" | "center" | "right"): void {
  const { map, tableStart, left, right } = selectedRect(editor.state);
  const { tr } = editor.state;
  for (const cell of map.cellsInRect({ left, right, top: 0, bottom: map.height })) {
    tr.setNodeAttribute(tableStart + cell, "align", align);
  }
  editor.view.dispatch(tr);
}
