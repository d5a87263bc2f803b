"use client";

import { useSyncExternalStore } from "react";

const KEY = "muster-live-paused";
const CHANGED = "muster-live-paused-changed";

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

export const isPaused = () => localStorage.getItem(KEY) === "yes";

export function setPaused(paused: boolean): void {
  if (paused) localStorage.setItem(KEY, "yes");
  else localStorage.removeItem(KEY);
  window.dispatchEvent(new Event(CHANGED));
}

/** Whether this browser's reader has paused live updates. */
export const usePaused = () => useSyncExternalStore(subscribe, isPaused, () => false);
