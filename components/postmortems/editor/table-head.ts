import type { Command } from "@tiptap/core";
import { selectedRect } from "@tiptap/pm/tables";

/** Markdown's tables have one row of headings, which is the first: keeps it so after rows moved. */
export const keepHead: Command = ({ tr, state, dispatch }) => {
  if (!dispatch) return true;
  const { table, tableStart } = selectedRect(state);
  const { tableHeader, tableCell } = state.schema.nodes;
  if (!tableHeader || !tableCell) return false;
  table.forEach((row, rowOffset, rowIndex) => {
    const type = rowIndex === 0 ? tableHeader : tableCell;
    row.forEach((cell, cellOffset) => {
      if (cell.type === type) return;
      tr.setNodeMarkup(tableStart + rowOffset + 1 + cellOffset, type, cell.attrs);
    });
  });
  return true;
};
