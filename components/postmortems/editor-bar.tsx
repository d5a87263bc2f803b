"use client";

import type { ReactNode } from "react";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import type { usePostmortemEditor } from "./use-postmortem-editor";

type EditorBarProps = { editor: ReturnType<typeof usePostmortemEditor>; note: ReactNode };

/** What became of the text, a look at it as it would be read, and the save. */
export function EditorBar({ editor, note }: EditorBarProps) {
  const { state, isSending, isDirty } = editor;
  const isPreview = state.kind === "preview";

  return (
    <div className="sticky top-14 z-10 -mx-1 mb-2 flex flex-wrap items-center gap-x-4 gap-y-2 bg-background px-1 py-2">
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
      <div className="ms-auto flex gap-2">
        {isPreview ? (
          <Button key="write" type="submit" name="intent" value="write" variant="outline">
            Write on
          </Button>
        ) : (
          <Button key="preview" type="submit" name="intent" value="preview" variant="outline">
            Preview
          </Button>
        )}
        <Button
          type="submit"
          name="intent"
          value="save"
          aria-disabled={isSending || undefined}
          title="Save (Ctrl S)"
        >
          Save{isSending && "…"}
        </Button>
      </div>
    </div>
  );
}
