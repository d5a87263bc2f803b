import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils";

type RadioGroupProps = ComponentProps<"fieldset"> & { legend: ReactNode };

/** A group of the browser's own radio buttons under one legend. */
export function RadioGroup({ legend, className, children, ...props }: RadioGroupProps) {
  return (
    <fieldset data-slot="radio-group" className="min-w-0" {...props}>
      <legend className="mb-1.5 text-[0.8125rem] leading-5 font-medium">{legend}</legend>
      <div className={cn("grid gap-2", className)}>{children}</div>
    </fieldset>
  );
}

export function RadioGroupItem({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      type="radio"
      data-slot="radio-group-item"
      className={cn("size-4.5 shrink-0 accent-primary pointer-coarse:size-6", className)}
      {...props}
    />
  );
}

type RadioCardProps = Omit<ComponentProps<"input">, "type"> & { description?: ReactNode };

/** A radio button with its name and a line of explanation; the whole card is its label. */
export function RadioCard({ description, className, children, ...props }: RadioCardProps) {
  return (
    <label
      className={cn(
        "flex cursor-pointer items-start gap-2.5 rounded-md border border-input bg-card px-3 py-2.5",
        "hover:bg-accent has-checked:border-primary has-checked:bg-info-surface",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
        className,
      )}
    >
      <RadioGroupItem className="mt-0.5 focus-visible:outline-none" {...props} />
      <span className="grid gap-0.5">
        <span className="text-sm leading-5 font-medium">{children}</span>
        {description && (
          <span className="text-[0.8125rem] leading-5 text-muted-foreground">{description}</span>
        )}
      </span>
    </label>
  );
}
