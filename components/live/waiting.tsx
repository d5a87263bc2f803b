"use client";

import { Button } from "@/components/ui/button";
import { useLive } from "./live-store";
import { usePaused } from "./use-paused";

/** How many changes a page that is held still does not show, and the way to them. */
export function Waiting({ className }: { className?: string }) {
  const { waiting, showWaiting } = useLive();
  const isPaused = usePaused();
  if (!isPaused || waiting === 0) return null;

  return (
    <Button variant="secondary" size="sm" onClick={showWaiting} className={className}>
      {waiting} {waiting === 1 ? "change" : "changes"} waiting
    </Button>
  );
}
