import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/lib/utils";

/** Buttons in a row, each of which opens its form below; one is open at a time. */
export function Composer({ children }: { children: ReactNode }) {
  return (
    <section aria-label="Write to this incident" className="flex flex-wrap gap-2 print:hidden">
      {children}
    </section>
  );
}

type ComposerFormProps = {
  label: string;
  Icon: LucideIcon;
  open?: boolean;
  isMain?: boolean;
  className?: string;
  children: ReactNode;
};

/** One of the composer's forms. It opens without JavaScript, also by a link to one of its fields. */
export function ComposerForm({
  label,
  Icon,
  open,
  isMain,
  className,
  children,
}: ComposerFormProps) {
  return (
    <details
      name="composer"
      open={open}
      className="group/composer open:order-last open:w-full max-sm:grow"
    >
      <summary
        className={cn(
          buttonVariants({ variant: isMain ? "default" : "outline" }),
          "list-none max-sm:w-full [&::-webkit-details-marker]:hidden",
          "group-open/composer:rounded-b-none group-open/composer:shadow-none",
        )}
      >
        <Icon aria-hidden />
        {label}
      </summary>
      <div
        className={cn(
          "rounded-lg rounded-ss-none border border-border bg-card p-4 shadow-xs",
          className,
        )}
      >
        {children}
      </div>
    </details>
  );
}
