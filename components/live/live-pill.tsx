"use client";

import { useHasScript } from "@/components/use-has-script";
import { cn } from "@/lib/utils";
import { useLive, type Phase } from "./live-store";
import { PauseSwitch } from "./pause-switch";
import { usePaused } from "./use-paused";
import { Waiting } from "./waiting";

const WORDS: Record<Phase, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting…",
  offline: "Offline",
  "signed-out": "Signed out",
  outdated: "Updated",
};

/** Whether the page follows what happens, and the way to hold it still. On a phone that is in the menu. */
export function LivePill() {
  const { phase } = useLive();
  const isPaused = usePaused();
  if (!useHasScript()) return null;

  const isLive = phase === "live";
  return (
    <div className="flex items-center text-[0.8125rem] text-muted-foreground">
      <span className="flex items-center gap-1.5 whitespace-nowrap max-sm:me-1.5">
        <span
          aria-hidden
          className={cn(
            "size-2 rounded-full",
            isLive && !isPaused ? "bg-success" : "border border-current",
          )}
        />
        <span className="max-sm:sr-only">{isLive && isPaused ? "Paused" : WORDS[phase]}</span>
      </span>
      <PauseSwitch className="max-sm:hidden" />
      <Waiting className="max-sm:hidden" />
    </div>
  );
}
