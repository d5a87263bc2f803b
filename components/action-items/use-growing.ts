import { useEffect, useRef, useState } from "react";

/** How many cards of a column the server sends. */
export const SENT = 16;

const STEP = 24;

/**
 * How many cards of each column to show: those that were sent, and soon, whenever the browser has
 * nothing else to do, as many as the longest has. The card that the address names is gone to once it
 * is there.
 */
export function useGrowing(longest: number): number {
  const [shown, setShown] = useState(SENT);
  const missed = useRef<string>(undefined);

  useEffect(() => {
    const target = document.getElementById(missed.current ?? location.hash.slice(1));
    if (target && missed.current) target.scrollIntoView();
    missed.current = target ? undefined : location.hash.slice(1) || undefined;
    if (shown >= longest) return;
    return whenIdle(() => setShown(shown + STEP));
  }, [shown, longest]);

  return shown;
}

function whenIdle(run: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 50);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(run, { timeout: 500 });
  return () => cancelIdleCallback(request);
}
