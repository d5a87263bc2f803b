"use client";

import { lengthLeft } from "@/components/incidents/detail/countdown-text";
import { useTick } from "@/components/incidents/detail/use-tick";

/** How long until the next ones are called; nothing until the browser's clock can be asked. */
export function CallCountdown({ dueAt }: { dueAt: number }) {
  const now = useTick(dueAt);
  if (now === undefined) return null;
  return (
    <span className="font-semibold tabular-nums">
      {dueAt > now ? `, in ${lengthLeft(dueAt - now)}` : ", now"}
    </span>
  );
}
