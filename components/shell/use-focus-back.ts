"use client";

import { useCallback, useRef } from "react";

/** Remembers what had the focus before a dialog that no button opened, and gives it back. */
export function useFocusBack() {
  const before = useRef<Element>(null);

  const remember = useCallback(() => {
    before.current = document.activeElement;
  }, []);

  const giveBack = useCallback((event: Event) => {
    const element = before.current;
    before.current = null;
    if (!(element instanceof HTMLElement) || element === document.body) return;
    event.preventDefault();
    element.focus();
  }, []);

  return { remember, giveBack };
}
