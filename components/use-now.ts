"use client";

import { useSyncExternalStore } from "react";

const TICK = 15_000;
const listeners = new Set<() => void>();
let now: number | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const listen of listeners) listen();
  }, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = undefined;
  };
}

/** The browser's clock in milliseconds, moved on every 15 seconds; `undefined` until hydrated. */
export function useNow(): number | undefined {
  return useSyncExternalStore(
    subscribe,
    () => (now ??= Date.now()),
    () => undefined,
  );
}
