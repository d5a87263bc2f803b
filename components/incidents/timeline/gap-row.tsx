"use client";

import { useRef, useState } from "react";
import type { Gap } from "@/lib/domain/gaps";
import { formatMinutes, formatTime } from "@/lib/format";
import { AskForm } from "./ask-form";
import { ROW_GRID } from "./row-grid";
import { timelineHref } from "./timeline-address";
import { useTimelineTools } from "./timeline-tools";
import { ToggleLink } from "./toggle-link";

type GapRowProps = { gap: Gap; seq: number };

/** A silence, and the way to ask somebody about it. `seq` is the row that ends it. */
export function GapRow({ gap, seq }: GapRowProps) {
  const { place, address, opened, writing } = useTimelineTools();
  const [isOpen, setIsOpen] = useState(opened.ask === seq);
  const toggle = useRef<HTMLAnchorElement>(null);
  const times = `from ${formatTime(gap.start)} to ${formatTime(gap.end)}`;

  function close() {
    setIsOpen(false);
    toggle.current?.focus();
  }

  return (
    <li className={ROW_GRID}>
      <span aria-hidden />
      <span aria-hidden className="flex justify-center">
        <span className="border-s-2 border-dotted border-input" />
      </span>
      <div className="flex flex-wrap items-center gap-x-3 py-2 text-[0.8125rem] text-muted-foreground">
        <span className="italic">{lengthOf(gap.minutes)} without a record</span>
        {writing && (
          <ToggleLink
            ref={toggle}
            href={timelineHref(place, address, ["ask", seq])}
            controls={`ask-${seq}`}
            isOpen={isOpen}
            onToggle={() => setIsOpen(!isOpen)}
            className="inline-flex min-h-6 touch-target items-center text-link underline-offset-4 hover:underline print:hidden"
          >
            Ask who was there<span className="sr-only"> {times}</span>
          </ToggleLink>
        )}
      </div>
      {writing && isOpen && (
        <AskForm id={`ask-${seq}`} gap={gap} writing={writing} onDone={close} />
      )}
    </li>
  );
}

const lengthOf = (minutes: number) =>
  minutes < 60 ? `${Math.round(minutes)} minutes` : formatMinutes(minutes);
