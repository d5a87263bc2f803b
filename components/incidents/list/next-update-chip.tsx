"use client";

import { Clock, ClockAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useNow } from "@/components/use-now";
import { formatMinutes, formatTime } from "@/lib/format";
import { cn } from "@/lib/utils";

const SOON = 5;
const WHOLE_DAY = 24 * 60;

/** When the next update is due: a time, then minutes from five before it, and how late it is after. */
export function NextUpdateChip({ dueAt }: { dueAt: number }) {
  const now = useNow();
  const minutes = now === undefined ? Infinity : Math.floor((dueAt - now) / 60_000);

  if (minutes > SOON) return <Chip word="due">{formatTime(dueAt)} UTC</Chip>;
  if (minutes >= 0) {
    return (
      <Chip word="due" tone="soon">
        in {formatMinutes(minutes + 1)}
      </Chip>
    );
  }
  const late = minutes < -WHOLE_DAY ? "more than a day" : formatMinutes(-minutes);
  return (
    <Chip word="overdue" tone="late">
      by {late}
    </Chip>
  );
}

type ChipProps = { word: "due" | "overdue"; tone?: "soon" | "late"; children: ReactNode };

/** The table's column says "Next update"; a card has no column and says it itself. */
function Chip({ word, tone, children }: ChipProps) {
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
      <span>
        <span className="md:hidden">Update {word}</span>
        <span className="capitalize max-md:hidden">{word}</span> {children}
      </span>
    </span>
  );
}
