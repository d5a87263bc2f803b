"use client";

import type { ReactNode } from "react";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";
import type { usePostmortemEditor } from "./use-postmortem-editor";

type EditorBarProps = { editor: ReturnType<typeof usePostmortemEditor>; note: ReactNode };

/** Write or preview, what became of the text, and the save. */
export function EditorBar({ editor, note }: EditorBarProps) {
  const { state, isSending, isDirty } = editor;

  return (
    <div className="sticky top-14 z-10 -mx-1 mb-2 flex flex-wrap items-center gap-x-4 gap-y-2 bg-background px-1 py-2">
      <div role="group" aria-label="View" className="flex gap-1 rounded-lg bg-muted p-1">
        <ViewButton intent="write" isShown={state.kind !== "preview"}>
          Write
        </ViewButton>
        <ViewButton intent="preview" isShown={state.kind === "preview"}>
          Preview
        </ViewButton>
      </div>
      <p
        role="status"
        className="min-w-0 text-[0.8125rem] leading-5 text-muted-foreground max-sm:order-last max-sm:w-full"
      >
        {isSending && "Sending…"}
        {!isSending && isDirty && "Not saved yet"}
        {!isSending && !isDirty && state.kind === "saved" && (
          <>
            Saved <Time at={state.updatedAt} /> by {state.updatedBy}
          </>
        )}
        {!isSending && !isDirty && state.kind !== "saved" && note}
      </p>
      <Button
        type="submit"
        name="intent"
        value="save"
        aria-disabled={isSending || undefined}
        title="Save (Ctrl S)"
        className="ms-auto"
      >
        Save{isSending && "…"}
      </Button>
    </div>
  );
}

type ViewButtonProps = { intent: "write" | "preview"; isShown: boolean; children: string };

function ViewButton({ intent, isShown, children }: ViewButtonProps) {
  return (
    <button
      type="submit"
      name="intent"
      value={intent}
      aria-pressed={isShown}
      className={cn(
        "touch-target h-7 rounded-md border border-transparent px-3 text-[0.8125rem] font-medium pointer-coarse:h-9",
        "text-muted-foreground hover:text-foreground aria-pressed:border-border aria-pressed:bg-card",
        "aria-pressed:text-foreground aria-pressed:shadow-xs dark:aria-pressed:bg-secondary",
      )}
    >
      {children}
    </button>
  );
}
