import type { BoardMove } from "@/lib/domain/closing";

export type Notice = {
  text: string;
  undo?: BoardMove | undefined;
  /** When it leaves, in milliseconds. */
  until: number;
};

const SHOWN_FOR = 8000;
const KEPT_AS = "board-notice";

let notice: Notice | undefined;
let isRead = false;
const listeners = new Set<() => void>();

/** What there is to say about the last move in this tab; it outlives the page for its eight seconds. */
export function currentNotice(): Notice | undefined {
  if (!isRead) {
    isRead = true;
    notice = readKept();
  }
  return notice;
}

export function showNotice(next: Omit<Notice, "until">): void {
  change({ ...next, until: Date.now() + SHOWN_FOR });
}

/** Gives somebody who was at it the whole time again. */
export function keepNotice(): void {
  if (notice) change({ ...notice, until: Date.now() + SHOWN_FOR });
}

export function endNotice(): void {
  change(undefined);
}

export function subscribeToNotice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Notice | undefined): void {
  isRead = true;
  notice = next;
  if (next) sessionStorage.setItem(KEPT_AS, JSON.stringify(next));
  else sessionStorage.removeItem(KEPT_AS);
  for (const listen of listeners) listen();
}

function readKept(): Notice | undefined {
  const kept = sessionStorage.getItem(KEPT_AS);
  if (kept === null) return undefined;
  const read: Notice = JSON.parse(kept);
  return read.until > Date.now() ? read : undefined;
}
