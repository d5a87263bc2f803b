import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

/** What every text control looks like. 16 px on phones, where less makes the page zoom in. */
export const controlClasses = cn(
  "w-full min-w-0 rounded-md border border-input bg-card text-base text-foreground shadow-xs sm:text-sm",
  "aria-invalid:border-danger aria-invalid:outline-danger disabled:opacity-60",
);

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      data-slot="input"
      className={cn(
        controlClasses,
        "h-9 px-3 pointer-coarse:h-11",
        "file:me-3 file:h-8 file:rounded-md file:border-0 file:bg-secondary file:px-3 file:text-sm file:font-medium file:text-secondary-foreground",
        className,
      )}
      {...props}
    />
  );
}
