import type { ComponentStatus } from "@/lib/domain/component";
import { shapeOf } from "@/lib/status-page/pictures";
import { cn } from "@/lib/utils";

/** A component's state as a shape; the word stands beside it. */
export function ComponentIcon({
  status,
  className,
}: {
  status: ComponentStatus;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.25}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn("size-4 shrink-0", className)}
    >
      <path d={shapeOf(status)} />
    </svg>
  );
}
