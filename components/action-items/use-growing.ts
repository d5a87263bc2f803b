import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** How many cards of a column are there from the start. */
export const SENT = 10;

const STEP = 10;
const NEAR = "800px";

const waiting = new Map<Element, () => void>();
let watcher: IntersectionObserver | undefined;

/**
 * How many cards of a column to show: the first, and further ones as the end of those that are there
 * comes near to what the window shows. `end` goes to an element behind them.
 */
export function useGrowing(from: number, most: number) {
  const [shown, setShown] = useState(from);
  const end = useRef<HTMLLIElement>(null);

  useEffect(() => {
    const element = end.current;
    if (!element || shown >= most) return;
    return watch(element, () => setShown(shown + STEP));
  }, [shown, most]);

  return { shown, end };
}

function watch(element: Element, onNear: () => void): () => void {
  watcher ??= startWatching();
  waiting.set(element, onNear);
  watcher.observe(element);
  return () => {
    waiting.delete(element);
    watcher?.unobserve(element);
  };
}

/** One watcher for all columns. What is printed is there as a whole. */
function startWatching(): IntersectionObserver {
  addEventListener("beforeprint", () => {
    while (waiting.size > 0) flushSync(() => waiting.forEach((onNear) => onNear()));
  });
  return new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) waiting.get(target)?.();
      }
    },
    { rootMargin: NEAR },
  );
}
