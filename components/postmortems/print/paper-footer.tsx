"use client";

import { useEffect } from "react";

const PROPERTY = "--paper-footer";

/** What stands below each printed page: a page's margin takes its text from the root alone. */
export function PaperFooter({ text }: { text: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty(PROPERTY, JSON.stringify(text));
    return () => void style.removeProperty(PROPERTY);
  }, [text]);
  return null;
}
