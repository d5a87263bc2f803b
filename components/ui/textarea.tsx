"use client";

import { useCallback, type ComponentProps } from "react";
import { restoreTyped } from "@/components/form/typed-early";
import { cn } from "@/lib/utils";
import { controlClasses } from "./input";

export function Textarea({ className, ref, ...props }: ComponentProps<"textarea">) {
  const take = useCallback(
    (area: HTMLTextAreaElement) => {
      restoreTyped(area);
      const release = typeof ref === "function" ? ref(area) : undefined;
      if (ref && typeof ref !== "function") ref.current = area;
      return () => {
        if (typeof release === "function") release();
        else if (typeof ref === "function") ref(null);
        else if (ref) ref.current = null;
      };
    },
    [ref],
  );
  return (
    <textarea
      ref={take}
      data-slot="textarea"
      className={cn(controlClasses, "field-sizing-content min-h-20 px-3 py-2", className)}
      {...props}
    />
  );
}
