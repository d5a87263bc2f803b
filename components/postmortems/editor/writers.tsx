"use client";

import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";

/** Who else has this text open. */
export function Writers({ awareness }: { awareness: Awareness }) {
  const [names, setNames] = useState<string[]>([]);

  useEffect(() => {
    const read = () => setNames((now) => settled(now, othersOf(awareness)));
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness]);

  return (
    <p role="status" className="text-[0.8125rem] text-muted-foreground">
      {names.length > 0 && (
        <>
          <span aria-hidden className="me-1.5 inline-block size-2 rounded-full bg-success" />
          Also here: {names.join(", ")}
        </>
      )}
    </p>
  );
}

function othersOf(awareness: Awareness): string[] {
  const others = [...awareness.getStates()].filter(([id]) => id !== awareness.clientID);
  const names = others.flatMap(([, state]) =>
    typeof state.user?.name === "string" ? [String(state.user.name)] : [],
  );
  return [...new Set(names)].toSorted();
}

/** The same list stays the same, so that a moved caret renders nothing. */
const settled = (now: string[], next: string[]) =>
  now.join("\n") === next.join("\n") ? now : next;
