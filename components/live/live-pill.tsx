"use client";

import { Pause, Play } from "lucide-react";
import { useHasScript } from "@/components/use-has-script";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";
import { useLive, type Phase } from "./live-store";
import { setPaused, usePaused } from "./use-paused";

const WORDS: Record<Phase, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting…",
  offline: "Offline",
  "signed-out": "Signed out",
  outdated: "Updated",
};

/** Whether the page follows what happens, and the way to hold it still. */
export function LivePill() {
  const { phase, waiting } = useLive();
  const isPaused = usePaused();
  if (!useHasScript()) return null;

  const isLive = phase === "live";
  const Icon = isPaused ? Play : Pause;
  return (
    <div className="flex items-center text-[0.8125rem] text-muted-foreground">
      <span className="flex items-center gap-1.5 whitespace-nowrap">
        <span
          aria-hidden
          className={cn(
            "size-2 rounded-full",
            isLive && !isPaused ? "bg-success" : "border border-current",
          )}
        />
        <span className={cn(isLive && "max-sm:sr-only")}>
          {isLive && isPaused ? "Paused" : WORDS[phase]}
        </span>
      </span>
      <Button
        variant="ghost"
        size="icon"
        aria-pressed={isPaused}
        title="Pause live updates"
        onClick={() => setPaused(!isPaused)}
      >
        <Icon aria-hidden />
        <span className="sr-only">Pause live updates</span>
      </Button>
      {isPaused && waiting > 0 && <Waiting count={waiting} />}
    </div>
  );
}

function Waiting({ count }: { count: number }) {
  const { showWaiting } = useLive();
  return (
    <Button variant="secondary" size="sm" onClick={showWaiting}>
      {count}
      <span className="max-md:sr-only">{count === 1 ? "change waiting" : "changes waiting"}</span>
    </Button>
  );
}
