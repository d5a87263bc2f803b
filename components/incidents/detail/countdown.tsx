"use client";

import { AlarmClock, CircleAlert, Clock } from "lucide-react";
import { useTabTitle } from "@/components/live/use-tab-title";
import { toUtc } from "@/lib/domain/time";
import { formatTime } from "@/lib/format";
import { cn } from "@/lib/utils";
import { countdownOf } from "./countdown-text";
import { useTick } from "./use-tick";

const LOOKS = {
  calm: { Icon: Clock, className: "border-border bg-card text-foreground" },
  soon: { Icon: AlarmClock, className: "border-warning/40 bg-warning-surface text-warning" },
  late: {
    Icon: CircleAlert,
    className: "border-transparent bg-destructive text-destructive-foreground",
  },
} as const;

/** When the promised update is due. Until the browser's clock can be asked it names the time alone. */
export function Countdown({ dueAt, href }: { dueAt: number; href: string }) {
  const now = useTick(dueAt);
  const { state, text, spoken, titleMark } = countdownOf(dueAt, now);
  const { Icon, className } = LOOKS[state];
  useTabTitle(titleMark);

  return (
    <div
      className={cn(
        "relative inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-[0.8125rem] font-medium tabular-nums",
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span role="timer" aria-live="off">
        {text}
      </span>
      <a href={href} className="font-normal after:absolute after:-inset-y-2 after:inset-x-0">
        <time dateTime={toUtc(dueAt)}>{formatTime(dueAt)} UTC</time>
        <span className="sr-only">: the message that promised it</span>
      </a>
      <span aria-live="polite" className="sr-only">
        {spoken}
      </span>
    </div>
  );
}
