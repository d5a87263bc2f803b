import type { IncidentStatus } from "@/lib/domain/incident";
import { PUBLIC_STATUS_LABELS } from "@/lib/domain/public-status";
import { cn } from "@/lib/utils";
import { StatusIcon } from "./icons";
import { STATUS_TEXT } from "./tones";

export function StatusWord({ status, className }: { status: IncidentStatus; className?: string }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 font-semibold whitespace-nowrap",
        STATUS_TEXT[status],
        className,
      )}
    >
      <StatusIcon status={status} />
      {PUBLIC_STATUS_LABELS[status]}
    </span>
  );
}
