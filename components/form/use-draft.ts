"use client";

import { useSyncExternalStore } from "react";

/** A text that was typed and not sent, and when it was last typed on. */
export type Draft = { text: string; at: number };

const PREFIX = "muster-draft:";
const FORGOTTEN = "muster-draft-forgotten";
const KEPT_FOR = 7 * 86_400_000;

/**
 * The text that this browser keeps under a name since before the page was opened: to be shown again after
 * a reload or a crash. What is typed is kept with `keepDraft`, and forgotten once it is sent.
 */
export function useDraft(name: string): Draft | undefined {
  const stored = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(PREFIX + name),
    () => null,
  );
  return stored === null ? undefined : parse(stored);
}

export const readDraft = (name: string): Draft | undefined =>
  parse(localStorage.getItem(PREFIX + name) ?? "");

/** Keeps what was typed; an empty text is forgotten. */
export function keepDraft(name: string, text: string, now = Date.now()): void {
  if (text.trim() === "") localStorage.removeItem(PREFIX + name);
  else localStorage.setItem(PREFIX + name, `${now}:${text}`);
}

export function forgetDraft(name: string): void {
  localStorage.removeItem(PREFIX + name);
  window.dispatchEvent(new Event(FORGOTTEN));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(FORGOTTEN, listener);
  return () => window.removeEventListener(FORGOTTEN, listener);
}

function parse(stored: string): Draft | undefined {
  const at = Number(/^\d+(?=:)/.exec(stored)?.[0]);
  const isFresh = at > Date.now() - KEPT_FOR;
  return isFresh ? { at, text: stored.slice(stored.indexOf(":") + 1) } : undefined;
}
