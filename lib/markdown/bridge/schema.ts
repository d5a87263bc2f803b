import { getSchema } from "@tiptap/core";
import type { MarkType, NodeType } from "@tiptap/pm/model";
import { bridgeExtensions } from "./extensions";

/** What a document in the editor may hold. */
export const schema = getSchema(bridgeExtensions());

export const nodes = {
  doc: nodeType("doc"),
  paragraph: nodeType("paragraph"),
  heading: nodeType("heading"),
  hardBreak: nodeType("hardBreak"),
  horizontalRule: nodeType("horizontalRule"),
  blockquote: nodeType("blockquote"),
  codeBlock: nodeType("codeBlock"),
  rawBlock: nodeType("rawBlock"),
  rawInline: nodeType("rawInline"),
  liveBlock: nodeType("liveBlock"),
  bulletList: nodeType("bulletList"),
  orderedList: nodeType("orderedList"),
  listItem: nodeType("listItem"),
  taskList: nodeType("taskList"),
  taskItem: nodeType("taskItem"),
  table: nodeType("table"),
  tableRow: nodeType("tableRow"),
  tableHeader: nodeType("tableHeader"),
  tableCell: nodeType("tableCell"),
  image: nodeType("image"),
};

export const marks = {
  link: markType("link"),
  bold: markType("bold"),
  italic: markType("italic"),
  strike: markType("strike"),
  code: markType("code"),
  softBreak: markType("softBreak"),
};

function nodeType(name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`The schema has no node ${name}.`);
  return type;
}

function markType(name: string): MarkType {
  const type = schema.marks[name];
  if (!type) throw new Error(`The schema has no mark ${name}.`);
  return type;
}
