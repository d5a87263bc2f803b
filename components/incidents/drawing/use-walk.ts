import { useState, type KeyboardEvent } from "react";
import { useHasScript } from "@/components/use-has-script";
import type { Lane } from "./marks";
import { isWalkKey, markBeyond } from "./walk";

export type Walk = ReturnType<typeof useWalk>;

/**
 * The way through the marks. All of them are one tab stop: arrows, Home and End lead on, Escape to what
 * follows the drawing. Without JavaScript each mark is a link of its own.
 */
export function useWalk(lanes: Lane[]) {
  const hasScript = useHasScript();
  const [reached, setReached] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const marks = lanes.flatMap((lane) => lane.marks);
  const markOf = (id: string | undefined) => marks.find((mark) => mark.id === id);
  const stop = markOf(reached) ?? marks[0];

  function press(event: KeyboardEvent<HTMLElement>) {
    const from = markOf(markIdOf(event.target));
    if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") leave(event.currentTarget);
    else if (isWalkKey(event.key)) focusMark(markBeyond(lanes, from, event.key)?.id);
    else return;
    event.preventDefault();
  }

  return {
    hasScript,
    /** The mark that is named below the drawing. */
    shown: markOf(pointed) ?? markOf(reached),
    pointed,
    point: setPointed,
    reach: (target: EventTarget) => setReached(markIdOf(target)),
    tabIndexOf: (id: string) => (hasScript ? (id === stop?.id ? 0 : -1) : undefined),
    press,
  };
}

export const elementIdOf = (markId: string) => `mark-${markId}`;

function markIdOf(target: EventTarget): string | undefined {
  return target instanceof Element ? /^mark-(.+)$/.exec(target.id)?.[1] : undefined;
}

function focusMark(id: string | undefined): void {
  if (id !== undefined) document.getElementById(elementIdOf(id))?.focus();
}

function leave(drawing: Element): void {
  drawing.closest("figure")?.querySelector("summary")?.focus();
}
