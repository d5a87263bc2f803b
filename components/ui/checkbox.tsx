import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

/** The browser's own checkbox, which a form sends without JavaScript. Put it inside its label. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      type="checkbox"
      data-slot="checkbox"
      className={cn("size-4.5 shrink-0 accent-primary pointer-coarse:size-6", className)}
      {...props}
    />
  );
}
