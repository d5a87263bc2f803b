"use client";

import { useCallback, useEffect, useRef } from "react";
import type { LiveState } from "./saved-text";

const PATIENCE = 3000;
const STEP = 50;

/** Waits until the portal has everything that was typed, for a few seconds at most. */
export function useUntilSaved(state: LiveState): () => Promise<void> {
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  return useCallback(async () => {
    const end = Date.now() + PATIENCE;
    await pause(STEP); // what was typed last is counted by then
    while (latest.current.pending > 0 && Date.now() < end) await pause(STEP);
  }, []);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
