"use client";

import { useEffect, useState, type RefObject } from "react";

const PAGE_TIME = 15_000;

/** Turns a row of cards on by a screen every 15 seconds, and back to its beginning after the last. */
export function usePaging(list: RefObject<HTMLElement | null>, isLong: boolean) {
  const [isPaused, setPaused] = useState(false);

  useEffect(() => {
    if (!isLong || isPaused) return;
    const timer = setInterval(() => turn(list.current), PAGE_TIME);
    return () => clearInterval(timer);
  }, [list, isLong, isPaused]);

  return { isPaused, setPaused };
}

function turn(list: HTMLElement | null): void {
  if (!list || list.contains(document.activeElement)) return;
  const { scrollLeft, clientWidth, scrollWidth } = list;
  const isAtEnd = scrollLeft + clientWidth >= scrollWidth - 1;
  list.scrollTo({ left: isAtEnd ? 0 : scrollLeft + clientWidth });
}
