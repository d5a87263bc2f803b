import { Children, type ReactNode } from "react";
import { cn } from "@/lib/utils";

/** Links of which one is the page that is shown. */
export function PillNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className={cn("flex w-fit max-w-full flex-wrap gap-1 rounded-lg bg-muted p-1", PILLS)}>
        {Children.map(children, (link) => (
          <li className="min-w-0">{link}</li>
        ))}
      </ul>
    </nav>
  );
}

const PILLS = cn(
  "[&_a]:touch-target [&_a]:flex [&_a]:min-h-7 [&_a]:items-center [&_a]:rounded-md [&_a]:px-3",
  "[&_a]:border [&_a]:border-transparent [&_a]:text-[0.8125rem] [&_a]:font-medium",
  "[&_a]:wrap-anywhere [&_a]:text-muted-foreground [&_a]:hover:text-foreground",
  "[&_a]:pointer-coarse:min-h-9 [&_a[aria-current=page]]:border-border",
  "[&_a[aria-current=page]]:bg-card [&_a[aria-current=page]]:text-foreground",
  "[&_a[aria-current=page]]:shadow-xs",
);
