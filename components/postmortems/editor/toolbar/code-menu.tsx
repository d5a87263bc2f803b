"use client";

import type { Editor } from "@tiptap/core";
import { SquareCode } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { backToText } from "./back-to-text";
import { ToolButton } from "./tool-button";

const LANGUAGES = ["bash", "diff", "go", "http", "java", "javascript", "json", "log", "python"];
const MORE = ["sql", "typescript", "yaml"];
const NONE = "none";

type CodeMenuProps = {
  editor: Editor;
  /** Of the code in which the caret stands: empty for no language, `undefined` outside of code. */
  language: string | undefined;
};

/** Makes a block of code or, within one, says of which language it is. */
export function CodeMenu({ editor, language }: CodeMenuProps) {
  if (language === undefined) {
    return (
      <ToolButton
        name="Code block"
        Icon={SquareCode}
        keys="Mod Alt C"
        isOn={false}
        onClick={() => editor.chain().focus().setCodeBlock().run()}
      />
    );
  }
  const named = [...LANGUAGES, ...MORE];
  const shown = language === "" || named.includes(language) ? named : [language, ...named];

  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <ToolButton name="Code block" Icon={SquareCode} isOn />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" onCloseAutoFocus={backToText(editor)}>
        <DropdownMenuLabel>Language</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={language === "" ? NONE : language}
          onValueChange={(value) =>
            editor.commands.updateAttributes("codeBlock", {
              language: value === NONE ? null : value,
            })
          }
        >
          <DropdownMenuRadioItem value={NONE}>None</DropdownMenuRadioItem>
          {shown.map((name) => (
            <DropdownMenuRadioItem key={name} value={name}>
              {name}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => editor.chain().setParagraph().run()}>
          Make it text
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
