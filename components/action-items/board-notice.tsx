"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";
import type { Move } from "@/lib/domain/board";

const SHOWN_FOR = 8000;

export type Notice = { text: string; undo?: Move | undefined };

type BoardNoticeProps = {
  notice: Notice | undefined;
  onUndo: (move: Move) => void;
  onEnd: () => void;
};

/** Says what moved, offers to take it back, and leaves after eight seconds unless someone is at it. */
export function BoardNotice({ notice, onUndo, onEnd }: BoardNoticeProps) {
  const [isHeld, setIsHeld] = useState(false);
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    if (!notice || isHeld) return;
    const timer = setTimeout(() => end(), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice, isHeld]);

  const undo = notice?.undo;
  return (
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className={cn(
        notice
          ? "fixed inset-x-4 bottom-4 z-30 mx-auto flex min-h-11 w-fit max-w-full items-center gap-3"
          : "sr-only",
        "rounded-lg border border-border bg-popover px-3 py-1.5 text-popover-foreground shadow-lg",
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
