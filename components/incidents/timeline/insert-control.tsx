"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { formatTime } from "@/lib/format";
import type { Insertion } from "@/lib/domain/story";
import { InsertForm } from "./insert-form";
import { timelineHref } from "./timeline-address";
import { useTimelineTools, type TimelineWriting } from "./timeline-tools";
import { ToggleLink } from "./toggle-link";

type InsertControlProps = { insertion: Insertion; time: number; writing: TimelineWriting };

/** A quiet plus between two rows, which opens a form for what happened there. */
export function InsertControl({ insertion, time, writing }: InsertControlProps) {
  const { place, address, opened } = useTimelineTools();
  const [isOpen, setIsOpen] = useState(opened.after === insertion.after);
  const toggle = useRef<HTMLAnchorElement>(null);
  const side = address.order === "newest" ? "before" : "after";

  function close() {
    setIsOpen(false);
    toggle.current?.focus();
  }

  return (
    <>
      <span className="relative col-start-2 -mt-6 flex justify-center self-end">
        <ToggleLink
          ref={toggle}
          href={timelineHref(place, address, ["after", insertion.after])}
          controls={`add-event-${insertion.after}`}
          isOpen={isOpen}
          onToggle={() => setIsOpen(!isOpen)}
          title="Add what happened here"
          className="flex size-6 touch-target items-center justify-center rounded-full border border-border bg-card text-muted-foreground opacity-0 group-hover/event:opacity-100 hover:text-foreground focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100 print:hidden"
        >
          <Plus aria-hidden className="size-3.5" />
          <span className="sr-only">
            Add a row {side} {formatTime(time)}
          </span>
        </ToggleLink>
      </span>
      {isOpen && <InsertForm insertion={insertion} writing={writing} onDone={close} />}
    </>
  );
}
