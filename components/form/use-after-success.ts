"use client";

import { useEffect, useEffectEvent } from "react";

/** Calls `run` once after each time that a form was taken; `attempt` is the form's own count. */
export function useAfterSuccess(attempt: number, run: () => void): void {
  const runNow = useEffectEvent(run);
  useEffect(() => {
    if (attempt > 0) runNow();
  }, [attempt]);
}
