import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

const alertVariants = cva(
  [
    "grid grid-cols-[auto_1fr] items-start gap-x-2.5 gap-y-0.5 rounded-lg border px-3.5 py-3 text-sm",
    "[&>svg]:mt-0.5 [&>svg]:size-4 [&>:not(svg)]:col-start-2",
  ],
  {
    variants: {
      variant: {
        default: "border-border bg-card text-card-foreground",
        info: "border-info/40 bg-info-surface text-info",
        warning: "border-warning/40 bg-warning-surface text-warning",
        danger: "border-danger/40 bg-danger-surface text-danger",
        success: "border-success/40 bg-success-surface text-success",
      },
    },
    defaultVariants: { variant: "default" },
  },
);

type AlertProps = ComponentProps<"div"> & VariantProps<typeof alertVariants>;

/** A boxed message. Give it `role="alert"` or `role="status"` where it appears while people watch. */
export function Alert({ className, variant, ...props }: AlertProps) {
  return <div data-slot="alert" className={cn(alertVariants({ variant }), className)} {...props} />;
}

export function AlertTitle({ className, ...props }: ComponentProps<"p">) {
  return <p className={cn("leading-5 font-semibold", className)} {...props} />;
}

export function AlertDescription({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("leading-5", className)} {...props} />;
}
