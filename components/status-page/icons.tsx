import type { IncidentStatus } from "@/lib/domain/incident";
import { cn } from "@/lib/utils";

const SHAPES: Record<IncidentStatus, string> = {
  investigating: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l5 5",
  identified: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8v5M12 16.5v.01",
  monitoring: "M3 12h4l3-8 4 16 3-8h4",
  resolved: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12.5l2.7 2.7L16 9.5",
};

/** A status as a shape; the word stands beside it. Drawn on the server, so that the page needs no script. */
export function StatusIcon({ status, className }: { status: IncidentStatus; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn("size-4 shrink-0", className)}
    >
      <path d={SHAPES[status]} />
    </svg>
  );
}
