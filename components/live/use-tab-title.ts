"use client";

import { useEffect } from "react";

/** Where several want to mark the title, the last one does. */
let current: object | undefined;

/**
 * Puts something before the title of the browser's tab, and puts it there again where the page gets
 * another title meanwhile.
 */
export function useTabTitle(prefix: string): void {
  useEffect(() => {
    if (prefix === "") return;
    const self = {};
    current = self;
    const put = () => {
      if (current !== self || document.title.startsWith(prefix)) return;
      document.title = `${prefix}${document.title}`;
    };
    put();
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [prefix]);
}
