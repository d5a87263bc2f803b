"use client";

import { useEffect, useRef, useState } from "react";
import type { BlameFinding } from "@/lib/domain/blameless";
import { outlineOf } from "@/lib/domain/outline";

const REST = 1500;

/**
 * The phrases of a text that blame, once it has rested; those of the text before until then. Each part
 * below a heading is looked through while nothing else is to be done, and only when it has changed.
 */
export function useBlame(text: string, names?: readonly string[]): BlameFinding[] | undefined {
  const [findings, setFindings] = useState<BlameFinding[]>();
  const known = useRef(new Map<string, BlameFinding[]>());
  const people = names?.join("\n") ?? "";

  useEffect(() => {
    let isOver = false;
    async function look() {
      const { blameIn } = await import("@/lib/domain/blameless");
      const read = new Map<string, BlameFinding[]>();
      const found: BlameFinding[] = [];
      for (const { part, offset } of partsOf(text)) {
        const id = `${people}\n\n${part}`;
        if (!known.current.has(id)) await idle();
        if (isOver) return;
        const own = known.current.get(id) ?? blameIn(part, people.split("\n"));
        read.set(id, own);
        found.push(
          ...own.map((each) => ({ ...each, from: each.from + offset, to: each.to + offset })),
        );
      }
      known.current = read;
      setFindings(found);
    }
    const timer = setTimeout(look, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, people]);
  return findings;
}

/** The text from each heading to the next. */
function partsOf(text: string): { part: string; offset: number }[] {
  const starts = [...new Set([0, ...outlineOf(text).map(({ offset }) => offset)])];
  return starts.map((offset, index) => ({ part: text.slice(offset, starts[index + 1]), offset }));
}

const idle = () =>
  new Promise<void>((resolve) => {
    if ("requestIdleCallback" in globalThis)
      requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 50);
  });
