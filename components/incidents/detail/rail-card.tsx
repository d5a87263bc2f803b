import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";

/** Keeps a closed `details` open to the eye where there is room for a second column. */
const UNFOLDED = cn(
  "lg:supports-[selector(::details-content)]:details-content:[content-visibility:visible]",
  "print:details-content:[content-visibility:visible]",
);

type RailCardProps = { title: string; aside?: ReactNode; open?: boolean; children: ReactNode };

/** A card of the side column. On narrow screens it folds to its title. */
export function RailCard({ title, aside, open, children }: RailCardProps) {
  return (
    <details
      open={open}
      className={cn(
        "group/rail min-w-0 rounded-lg border border-border bg-card max-lg:open:col-span-2",
        UNFOLDED,
      )}
    >
      <summary
        className={cn(
          "flex min-h-11 list-none items-center gap-2 px-3 text-[0.8125rem] leading-5 font-semibold",
          "[&::-webkit-details-marker]:hidden lg:supports-[selector(::details-content)]:hidden",
        )}
      >
        <h2 className="min-w-0 grow">{title}</h2>
        <span className="font-normal group-not-open/rail:hidden">{aside}</span>
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-muted-foreground group-open/rail:rotate-180"
        />
      </summary>
      <div className="px-3 pb-4 lg:px-4 lg:pt-3.5">
        <div className="mb-2.5 hidden items-center justify-between gap-2 text-sm lg:flex">
          <h2 className="font-semibold">{title}</h2>
          {aside}
        </div>
        {children}
      </div>
    </details>
  );
}
