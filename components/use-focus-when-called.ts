"use client";

import { useEffect, useRef } from "react";

/**
 * For a link that opens a form in its place: once that is closed again, and the address ends in `#name`,
 * whoever used the keyboard is back on the link.
 */
export function useFocusWhenCalled(name: string) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const isCalled = location.hash === `#${name}`;
    if (isCalled && document.activeElement === document.body) link.current?.focus();
  }, [name]);
  return link;
}
