"use client";

import { Clock, ClockAlert } from "lucide-react";
import { useNow } from "@/components/use-now";
import { formatMinutes, formatTime } from "@/lib/format";
import { cn } from "@/lib/utils";

const SOON = 5;

/** Speaks up when a promised update is due within five minutes, or late. */
export function NextUpdateChip({ dueAt }: { dueAt: number }) {
  const now = useNow();
  if (now === undefined) return <Chip>Next update due {formatTime(dueAt)} UTC</Chip>;

  const minutes = Math.floor((dueAt - now) / 60_000);
  if (minutes > SOON) return null;
  if (minutes >= 0) return <Chip tone="soon">Update due in {formatMinutes(minutes + 1)}</Chip>;
  return <Chip tone="late">Update overdue by {formatMinutes(-minutes)}</Chip>;
}

type ChipProps = { tone?: "soon" | "late"; children: React.ReactNode };

function Chip({ tone, children }: ChipProps) {
  const Icon = tone === "late" ? ClockAlert : Clock;
  return (
    <span
      className={cn(
        "inline-flex w-fit items-center gap-1 rounded-sm border border-transparent px-1.5 text-xs",
        "leading-5 font-medium whitespace-nowrap tabular-nums",
        tone === undefined && "bg-muted text-muted-foreground",
        tone === "soon" && "bg-warning-surface text-warning",
        tone === "late" && "bg-danger-surface text-danger",
      )}
    >
      <Icon aria-hidden className="size-3" />
      {children}
    </span>
  );
}
