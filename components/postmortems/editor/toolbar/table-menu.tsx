"use client";

import type { ChainedCommands, Editor } from "@tiptap/core";
import { Table } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { alignColumn } from "../align-column";
import { keepHead } from "../table-head";
import { backToText } from "./back-to-text";
import { ToolButton } from "./tool-button";

type Change = readonly [name: string, run: (chain: ChainedCommands) => ChainedCommands];

const ROWS: readonly Change[] = [
  ["Add row above", (chain) => chain.addRowBefore().command(keepHead)],
  ["Add row below", (chain) => chain.addRowAfter()],
  ["Remove row", (chain) => chain.deleteRow().command(keepHead)],
];
const COLUMNS: readonly Change[] = [
  ["Add column before", (chain) => chain.addColumnBefore()],
  ["Add column after", (chain) => chain.addColumnAfter()],
  ["Remove column", (chain) => chain.deleteColumn()],
];
const ALIGNMENTS = [
  ["left", "Align column left"],
  ["center", "Align column centre"],
  ["right", "Align column right"],
] as const;

/** Inserts a table or, within one, changes it. */
export function TableMenu({ editor, isInTable }: { editor: Editor; isInTable: boolean }) {
  const insert = () => editor.chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <ToolButton name="Table" Icon={Table} isOn={isInTable} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" onCloseAutoFocus={backToText(editor)}>
        {isInTable ? (
          <>
            <Changes editor={editor} changes={ROWS} />
            <Changes editor={editor} changes={COLUMNS} />
            {ALIGNMENTS.map(([align, name]) => (
              <DropdownMenuItem key={align} onSelect={() => alignColumn(editor, align)}>
                {name}
              </DropdownMenuItem>
            ))}
            <DropdownMenuSeparator />
            <DropdownMenuItem
              variant="destructive"
              onSelect={() => editor.chain().deleteTable().run()}
            >
              Delete table
            </DropdownMenuItem>
          </>
        ) : (
          <DropdownMenuItem onSelect={insert}>Insert table, 3 × 3</DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Changes({ editor, changes }: { editor: Editor; changes: readonly Change[] }) {
  return (
    <>
      {changes.map(([name, run]) => (
        <DropdownMenuItem key={name} onSelect={() => run(editor.chain()).run()}>
          {name}
        </DropdownMenuItem>
      ))}
      <DropdownMenuSeparator />
    </>
  );
}
