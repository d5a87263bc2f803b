"use client";

import { useEffect, useState } from "react";

/** The browser's clock in milliseconds, moved on every second; `undefined` until the page is awake. */
export function useSecond(): number | undefined {
  const [now, setNow] = useState<number>();

  useEffect(() => {
    const tick = () => setNow(Date.now());
    const first = setTimeout(tick);
    const timer = setInterval(tick, 1000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);

  return now;
}
