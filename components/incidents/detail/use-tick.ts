"use client";

import { useEffect, useState } from "react";
import { tickAfter } from "./countdown-text";

/** The browser's clock, moved on as often as a text about a due time changes; `undefined` until hydrated. */
export function useTick(dueAt: number): number | undefined {
  const [now, setNow] = useState<number>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now();
      setNow(at);
      timer = setTimeout(tick, tickAfter(dueAt, at));
    };
    const start = () => {
      clearTimeout(timer);
      timer = setTimeout(tick);
    };
    start();
    document.addEventListener("visibilitychange", start);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", start);
    };
  }, [dueAt]);

  return now;
}
