import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/lib/utils";

/** Buttons in a row, each of which opens its form below; one is open at a time. */
export function Composer({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="Write to this incident"
      className="flex flex-wrap gap-2 max-sm:gap-1.5 print:hidden"
    >
      {children}
    </section>
  );
}

/** Leaves each button in the row and puts the open form below all of them, where the browser can. */
const BESIDE = cn(
  "open:order-last open:w-full",
  "supports-[selector(::details-content)]:contents",
  "details-content:order-last details-content:w-full not-open:details-content:hidden",
);

type ComposerFormProps = {
  label: string;
  Icon: LucideIcon;
  open?: boolean;
  isMain?: boolean;
  children: ReactNode;
};

/** One of the composer's forms. It opens without JavaScript, also by a link to one of its fields. */
export function ComposerForm({ label, Icon, open, isMain, children }: ComposerFormProps) {
  return (
    <details name="composer" open={open} className={cn("group/composer max-sm:grow", BESIDE)}>
      <summary
        className={cn(
          buttonVariants({ variant: isMain ? "default" : "outline" }),
          "list-none max-sm:grow max-sm:gap-1 max-sm:px-2 [&::-webkit-details-marker]:hidden",
          "group-open/composer:ring-3 group-open/composer:ring-ring/25",
        )}
      >
        <Icon aria-hidden className="max-sm:hidden" />
        {label}
      </summary>
      <div className="rounded-lg border border-border bg-card p-4 shadow-xs has-[input[value=external]:checked]:border-warning">
        {children}
      </div>
    </details>
  );
}
