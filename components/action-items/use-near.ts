import { useEffect, useState, type RefObject } from "react";
import { flushSync } from "react-dom";

const NEAR = "800px";

const waiting = new Map<Element, () => void>();
let watcher: IntersectionObserver | undefined;

function watch(element: Element, onNear: () => void): () => void {
  watcher ??= startWatching();
  waiting.set(element, onNear);
  watcher.observe(element);
  return () => {
    waiting.delete(element);
    watcher?.unobserve(element);
  };
}

/** One watcher for all; what is printed is near as a whole. */
function startWatching(): IntersectionObserver {
  addEventListener("beforeprint", () =>
    flushSync(() => {
      for (const onNear of waiting.values()) onNear();
    }),
  );
  return new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) waiting.get(target)?.();
      }
    },
    { rootMargin: NEAR },
  );
}

/** True from the moment on in which an element comes close to what the window shows. */
export function useNear(ref: RefObject<Element | null>, isNearFromStart: boolean): boolean {
  const [wasNear, setWasNear] = useState(isNearFromStart);
  const isNear = wasNear || isNearFromStart;

  useEffect(() => {
    if (isNear || !ref.current) return;
    return watch(ref.current, () => setWasNear(true));
  }, [ref, isNear]);

  return isNear;
}
