import type { IncidentStatus } from "@/lib/domain/incident";
import { cn } from "@/lib/utils";
import { Shape } from "./shape";

const SHAPES: Record<IncidentStatus, string> = {
  investigating: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20.5 20.5",
  identified: "M12 4v10M12 19.5v.01",
  monitoring: "M3 12h4l3-8 4 16 3-8h4",
  resolved: "M4.5 12.5 9.5 17.5 19.5 7",
};

/** A status as a shape; the word stands beside it. Drawn on the server, so that the page needs no script. */
export function StatusIcon({ status, className }: { status: IncidentStatus; className?: string }) {
  return <Shape d={SHAPES[status]} className={className} />;
}

/** The same within a ring, where it stands by itself. */
export function StatusRing({ status, className }: { status: IncidentStatus; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid shrink-0 place-items-center rounded-full border border-current",
        className,
      )}
    >
      <StatusIcon status={status} className="size-[58%]" />
    </span>
  );
}
