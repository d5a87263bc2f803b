import type { ComponentStatus } from "@/lib/domain/component";
import { cn } from "@/lib/utils";

const SHAPES: Record<ComponentStatus, string> = {
  operational: "M4.5 12.5 9.5 17.5 19.5 7",
  degraded_performance: "M3.5 7 9.5 13 13 9.5 20.5 17M20.5 11.5V17H15",
  partial_outage: "M12 4 21 20H3ZM12 10v4.5M12 17.25v.01",
  major_outage: "M6 6 18 18M18 6 6 18",
  under_maintenance:
    "M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.8-3.8a6 6 0 0 1-7.9 7.9l-6.9 6.9a2.1 2.1 0 0 1-3-3l6.9-6.9a6 6 0 0 1 7.9-7.9Z",
};

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
      <path d={SHAPES[status]} />
    </svg>
  );
}
