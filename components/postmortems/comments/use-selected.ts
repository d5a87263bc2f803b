"use client";

import { useEffect, useState, type RefObject } from "react";
import { anchorAt, type Anchor } from "@/lib/domain/anchor";
import { domText } from "./dom-text";

/** The words that are selected within a part of the page. */
export function useSelected(part: RefObject<HTMLElement | null>): Anchor | undefined {
  const [selected, setSelected] = useState<Anchor>();
  useEffect(() => {
    const look = () => setSelected(part.current ? selectedIn(part.current) : undefined);
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [part]);
  return selected;
}

function selectedIn(part: HTMLElement): Anchor | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!part.contains(range.commonAncestorContainer)) return undefined;
  const { text, wordsIn } = domText(part);
  const words = wordsIn(range);
  const anchor = words && anchorAt(text, words);
  return anchor && anchor.quote.trim() !== "" ? anchor : undefined;
}
