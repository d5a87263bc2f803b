"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";

/**
 * Keeps new entries at the top back while somebody reads further down in a list, so that nothing moves under their
 * eyes. `top` goes to an element at the list's beginning: whoever sees that sees everything. Another
 * address, such as another filter, shows another list.
 */
export function useHeld<Entry>(entries: Entry[], idOf: (entry: Entry) => string | number) {
  const place = `${usePathname()}?${useSearchParams()}`;
  const top = useRef<HTMLDivElement>(null);
  const [isReading, setReading] = useState(false);
  const [known, setKnown] = useState(() => ({ place, ids: new Set(entries.map(idOf)) }));

  useEffect(() => {
    if (!top.current) return;
    const observer = new IntersectionObserver(
      ([seen]) => setReading(seen?.isIntersecting === false),
      {
        rootMargin: "0px 0px 1000000px 0px", // whatever is below counts as seen
      },
    );
    observer.observe(top.current);
    return () => observer.disconnect();
  }, []);

  const firstKnown = entries.findIndex((entry) => known.ids.has(idOf(entry)));
  const holds = isReading && place === known.place;
  if (!holds && (place !== known.place || entries.some((entry) => !known.ids.has(idOf(entry))))) {
    setKnown({ place, ids: new Set(entries.map(idOf)) });
  }

  const shown = holds && firstKnown > 0 ? entries.slice(firstKnown) : entries;
  return {
    top,
    shown,
    waiting: entries.length - shown.length,
    show() {
      setKnown({ place, ids: new Set(entries.map(idOf)) });
      top.current?.scrollIntoView({ block: "start" });
      top.current?.focus({ preventScroll: true });
    },
  };
}
