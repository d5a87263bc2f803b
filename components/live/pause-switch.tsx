"use client";

import { Pause, Play } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useHasScript } from "@/components/use-has-script";
import { cn } from "@/lib/utils";
import { setPaused, usePaused } from "./use-paused";

type PauseSwitchProps = { isWritten?: boolean; className?: string };

/** Holds the page still, and lets it follow again. */
export function PauseSwitch({ isWritten = false, className }: PauseSwitchProps) {
  const isPaused = usePaused();
  if (!useHasScript()) return null;
  const Icon = isPaused ? Play : Pause;

  return (
    <Button
      variant="ghost"
      size={isWritten ? "default" : "icon"}
      aria-pressed={isPaused}
      title="Pause live updates"
      onClick={() => setPaused(!isPaused)}
      className={cn(isWritten && "h-11 justify-start px-2.5 text-muted-foreground", className)}
    >
      <Icon aria-hidden />
      <span className={cn(!isWritten && "sr-only")}>Pause live updates</span>
    </Button>
  );
}
