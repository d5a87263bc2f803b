import type { Extensions } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Text } from "@tiptap/extension-text";
import {
  BridgeCodeBlock,
  BridgeHeading,
  BridgeQuote,
  LiveBlock,
  RawBlock,
} from "./block-extensions";
import { BridgeCode, BridgeImage, BridgeLink, RawInline, SoftBreak } from "./inline-extensions";
import {
  ItemOfList,
  ListOfBullets,
  ListOfNumbers,
  ListOfTasks,
  TaskOfList,
} from "./list-extensions";
import { CellOfTable, HeaderOfTable, RowOfTable, TableOfCells } from "./table-extensions";

/** Every node and mark that a postmortem's text may have, as Tiptap's extensions, without node views. */
export function bridgeExtensions(): Extensions {
  return [
    ...[Document, Paragraph, Text, BridgeHeading, HardBreak, HorizontalRule],
    ...[BridgeQuote, BridgeCodeBlock, RawBlock, LiveBlock],
    ...[ListOfBullets, ListOfNumbers, ItemOfList, ListOfTasks, TaskOfList],
    ...[TableOfCells, RowOfTable, HeaderOfTable, CellOfTable],
    ...[BridgeImage, RawInline],
    ...[BridgeLink, Bold, Italic, Strike, BridgeCode, SoftBreak],
  ];
}
