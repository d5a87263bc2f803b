"use client";

import type { ReactNode } from "react";
import { initialsOf } from "@/components/initials";
import { useLive } from "./live-store";

const MOST = 5;

/** Who has this incident open; nothing while one is alone with it. */
export function Presence() {
  const { people } = useLive();
  if (people.length < 2) return null;
  const shown = people.slice(0, MOST);
  const more = people.length - shown.length;

  return (
    <div
      role="img"
      aria-label={`Here now: ${people.join(", ")}`}
      title={`Here now: ${people.join(", ")}`}
      className="flex items-center -space-x-1.5 print:hidden"
    >
      {shown.map((name, place) => (
        <Disc key={`${place} ${name}`}>{initialsOf(name)}</Disc>
      ))}
      {more > 0 && <Disc>+{more}</Disc>}
    </div>
  );
}

function Disc({ children }: { children: ReactNode }) {
  return (
    <span className="flex size-7 items-center justify-center rounded-full border-2 border-background bg-secondary text-[0.6875rem] font-semibold text-secondary-foreground">
      {children}
    </span>
  );
}
