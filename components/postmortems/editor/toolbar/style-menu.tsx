"use client";

import type { Editor } from "@tiptap/core";
import { ChevronDown } from "lucide-react";
import { Toolbar } from "radix-ui";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { cn } from "@/lib/utils";
import { keyNames } from "../key-names";
import { backToText } from "./back-to-text";
import { toolClasses } from "./tool-button";

const LEVELS = [1, 2, 3, 4, 5, 6] as const;
const LOOKS = ["text-xl", "text-lg", "text-base", "text-sm", "text-sm", "text-sm"];

const nameOf = (level: number) => (level === 0 ? "Text" : `Heading ${level}`);

/** What kind of paragraph this is; 0 is one of plain text. */
export function StyleMenu({ editor, level }: { editor: Editor; level: number }) {
  function choose(value: string) {
    const chosen = LEVELS.find((each) => String(each) === value);
    const chain = editor.chain();
    if (chosen) chain.setHeading({ level: chosen }).run();
    else chain.setParagraph().run();
  }

  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Toolbar.Button
          type="button"
          aria-label={`Paragraph style: ${nameOf(level)}`}
          className={cn(
            toolClasses,
            "w-28 justify-between px-2 text-[0.8125rem] pointer-coarse:w-28",
          )}
        >
          {nameOf(level)}
          <ChevronDown aria-hidden />
        </Toolbar.Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" onCloseAutoFocus={backToText(editor)} className="min-w-56">
        <DropdownMenuRadioGroup value={String(level)} onValueChange={choose}>
          <StyleItem level={0} look="" />
          {LEVELS.map((each) => (
            <StyleItem key={each} level={each} look={cn(LOOKS[each - 1], "font-semibold")} />
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function StyleItem({ level, look }: { level: number; look: string }) {
  return (
    <DropdownMenuRadioItem value={String(level)}>
      <span className={look}>{nameOf(level)}</span>
      <span className="ms-auto ps-4 text-xs text-muted-foreground">
        {keyNames(`Mod Alt ${level}`)}
      </span>
    </DropdownMenuRadioItem>
  );
}
