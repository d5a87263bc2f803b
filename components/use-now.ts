"use client";

import { useSyncExternalStore } from "react";

const TICK = 15_000;
const listeners = new Set<() => void>();
let now: number | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listen of listeners) listen();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/** A page that comes back from the background, or from sleep, shows the right time at once. */
const RETURNS = ["visibilitychange", "pageshow", "focus"];

function start(): void {
  timer = setInterval(tick, TICK);
  for (const event of RETURNS) window.addEventListener(event, tick);
}

function stop(): void {
  clearInterval(timer);
  for (const event of RETURNS) window.removeEventListener(event, tick);
  now = undefined;
}

/** The browser's clock in milliseconds, moved on every 15 seconds; `undefined` until hydrated. */
export function useNow(): number | undefined {
  return useSyncExternalStore(
    subscribe,
    () => (now ??= Date.now()),
    () => undefined,
  );
}
