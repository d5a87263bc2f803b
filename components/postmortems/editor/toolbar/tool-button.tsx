"use client";

import type { LucideIcon } from "lucide-react";
import { Toolbar } from "radix-ui";
import type { ComponentProps } from "react";
import { Tooltip, TooltipContent, TooltipTrigger } from "@/components/ui/tooltip";
import { cn } from "@/lib/utils";
import { ariaKeys, keyNames } from "../key-names";

export const toolClasses = cn(
  "inline-flex size-8 shrink-0 items-center justify-center gap-1 rounded-md text-muted-foreground",
  "hover:bg-accent hover:text-foreground focus-visible:outline-offset-0 pointer-coarse:size-11",
  "aria-pressed:bg-secondary aria-pressed:text-foreground data-[state=open]:bg-secondary",
  "aria-disabled:opacity-45 aria-disabled:hover:bg-transparent [&_svg]:size-4 [&_svg]:shrink-0",
);

type ToolButtonProps = ComponentProps<"button"> & {
  name: string;
  Icon: LucideIcon;
  keys?: string | undefined;
  isOn?: boolean;
  isIdle?: boolean;
};

/** One tool: its name and keys are told on hover and on focus. */
export function ToolButton({ name, Icon, keys, isOn, isIdle, onClick, ...props }: ToolButtonProps) {
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <Toolbar.Button
          type="button"
          aria-label={name}
          aria-pressed={isOn}
          aria-disabled={isIdle || undefined}
          aria-keyshortcuts={keys && ariaKeys(keys)}
          onMouseDown={(event) => event.preventDefault()} // the text keeps the focus
          onClick={isIdle ? undefined : onClick}
          className={toolClasses}
          {...props}
        >
          <Icon aria-hidden />
        </Toolbar.Button>
      </TooltipTrigger>
      <ToolTip name={name} keys={keys} />
    </Tooltip>
  );
}

/** What a tool is called, and the keys that do the same. */
export function ToolTip({ name, keys }: { name: string; keys?: string | undefined }) {
  return (
    <TooltipContent>
      {name}
      {keys && <span className="ms-2 text-muted-foreground">{keyNames(keys)}</span>}
    </TooltipContent>
  );
}
