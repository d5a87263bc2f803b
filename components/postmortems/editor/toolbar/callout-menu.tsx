"use client";

import type { Editor } from "@tiptap/core";
import { MessageSquareWarning } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { CALLOUTS, toggleQuote } from "../callouts";
import { backToText } from "./back-to-text";
import { ToolButton } from "./tool-button";

/** The five kinds of callouts. */
export function CalloutMenu({ editor, alert }: { editor: Editor; alert: string | undefined }) {
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <ToolButton name="Callout" Icon={MessageSquareWarning} isOn={alert !== undefined} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" onCloseAutoFocus={backToText(editor)}>
        {CALLOUTS.map((each) => (
          <DropdownMenuItem key={each.alert} onSelect={() => toggleQuote(editor, each.alert)}>
            <span
              aria-hidden
              data-alert={each.alert}
              className="size-3 rounded-xs bg-(--callout)"
            />
            {each.name}
            {alert === each.alert && <span className="ms-auto ps-4 text-xs">Remove</span>}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
