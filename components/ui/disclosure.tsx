import { ChevronRight } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils";

type DisclosureProps = ComponentProps<"details"> & { summary: ReactNode };

/** The browser's own details and summary: it opens without JavaScript and is found by page search. */
export function Disclosure({ summary, className, children, ...props }: DisclosureProps) {
  return (
    <details data-slot="disclosure" className={cn("group/disclosure", className)} {...props}>
      <summary
        className={cn(
          "flex min-h-8 list-none items-center gap-1.5 rounded-md text-sm font-medium",
          "hover:text-link pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden",
        )}
      >
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted-foreground group-open/disclosure:rotate-90 motion-safe:transition-transform"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
