"use client";

import { useState, type RefObject } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { useHasScript } from "@/components/use-has-script";
import { cn } from "@/lib/utils";
import type { usePostmortemEditor } from "./use-postmortem-editor";

type TextFieldProps = {
  area: RefObject<HTMLTextAreaElement | null>;
  editor: ReturnType<typeof usePostmortemEditor>;
  isHidden: boolean;
};

/** The text itself. It stays in the form while the preview is shown. */
export function TextField({ area, editor, isHidden }: TextFieldProps) {
  const [isMonospace, setMonospace] = useState(false);
  const hasScript = useHasScript();

  return (
    <div hidden={isHidden}>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-4">
        <Label htmlFor="postmortem-text">Text, in Markdown</Label>
        {hasScript && (
          <label className="flex min-h-6 items-center gap-2 text-[0.8125rem] text-muted-foreground">
            <Checkbox
              checked={isMonospace}
              onChange={(event) => setMonospace(event.target.checked)}
            />
            Fixed width
          </label>
        )}
      </div>
      <Textarea
        id="postmortem-text"
        ref={area}
        name="body"
        value={editor.text}
        onChange={(event) => editor.setText(event.target.value)}
        spellCheck
        className={cn(
          "field-sizing-fixed h-[70vh] min-h-80 resize-y px-4 py-3 text-[0.9375rem] leading-6.5 sm:text-[0.9375rem]",
          isMonospace && "font-mono text-sm sm:text-sm",
        )}
      />
    </div>
  );
}
