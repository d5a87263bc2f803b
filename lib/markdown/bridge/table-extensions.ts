import { mergeAttributes } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { kept } from "./attributes";
import { ALIGNMENTS, oneOf } from "./names";

/** Cells as Markdown has them: each one column wide, one row high, and aligned with its column. */
const CELL = {
  align: kept("align", null, (element) =>
    oneOf(ALIGNMENTS, element.getAttribute("data-align") ?? element.getAttribute("align")),
  ),
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

export const TableOfCells = Table.extend({
  renderHTML({ HTMLAttributes }) {
    return ["table", mergeAttributes(HTMLAttributes), ["tbody", 0]];
  },
}).configure({ resizable: false, View: null });

export const RowOfTable = TableRow.extend({ content: "(tableCell | tableHeader)+" });

export const HeaderOfTable = TableHeader.extend({
  content: "paragraph",
  addAttributes: () => CELL,
});

export const CellOfTable = TableCell.extend({
  content: "paragraph",
  addAttributes: () => CELL,
});
