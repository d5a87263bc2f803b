"use client";

import { useSyncExternalStore } from "react";

const KEY = "muster-shortcuts";
const CHANGED = "muster-shortcuts-changed";

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

function write(enabled: boolean): void {
  localStorage.setItem(KEY, enabled ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

/** Whether this browser's reader wants single-letter keys; they do until they say otherwise. */
export function useShortcutsSetting(): [boolean, (enabled: boolean) => void] {
  const enabled = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) !== "off",
    () => true,
  );
  return [enabled, write];
}
