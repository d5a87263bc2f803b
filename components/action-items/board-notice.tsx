"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import type { BoardMove } from "@/lib/domain/closing";
import { cn } from "@/lib/utils";
import { currentNotice, endNotice, keepNotice, subscribeToNotice } from "./notice-store";

const nothing = () => undefined;

/** Says what moved, offers to take it back, and leaves after eight seconds unless someone is at it. */
export function BoardNotice({ onUndo }: { onUndo: (move: BoardMove) => void }) {
  const notice = useSyncExternalStore(subscribeToNotice, currentNotice, nothing);
  const [isHeld, setIsHeld] = useState(false);

  useEffect(() => {
    if (!notice || isHeld) return;
    const timer = setTimeout(endNotice, notice.until - Date.now());
    return () => clearTimeout(timer);
  }, [notice, isHeld]);

  const hold = () => setIsHeld(true);
  const release = () => {
    setIsHeld(false);
    keepNotice();
  };
  const undo = notice?.undo;
  return (
    <div
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
      className={cn(
        notice
          ? "fixed inset-x-4 bottom-4 z-30 mx-auto flex min-h-11 w-fit max-w-full items-center gap-3"
          : "sr-only",
        "rounded-lg border border-border bg-popover px-3 py-1.5 text-popover-foreground shadow-lg print:hidden",
      )}
    >
      <p role="status">{notice?.text}</p>
      {undo && (
        <Button
          variant="outline"
          size="sm"
          onClick={() => {
            setIsHeld(false);
            onUndo(undo);
          }}
        >
          Undo
        </Button>
      )}
    </div>
  );
}
