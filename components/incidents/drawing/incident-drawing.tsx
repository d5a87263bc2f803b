"use client";

import { Disclosure } from "@/components/ui/disclosure";
import { DrawingKey } from "./drawing-key";
import { DrawingTable } from "./drawing-table";
import type { Drawing } from "./drawing";
import { LaneDrawing } from "./lane-drawing";
import { MarkCaption } from "./mark-caption";
import { ScaleNotes } from "./scale-notes";
import { GridLines, TimeAxis } from "./time-axis";
import { useWalk } from "./use-walk";

/**
 * The whole incident to scale, in lanes over one axis. It runs in the browser too, so that a page carries
 * the marks once as what they say, and not a second time as elements.
 */
export function IncidentDrawing({ drawing }: { drawing: Drawing }) {
  const { summary, lanes, key } = drawing;
  const walk = useWalk(lanes);

  return (
    <figure aria-label="The incident to scale" className="print:break-inside-avoid">
      <figcaption className="mb-3 text-[0.8125rem] leading-5">{summary}</figcaption>
      <div
        role="group"
        aria-label="Marks in time"
        onKeyDown={walk.press}
        onFocus={({ target }) => walk.reach(target)}
        className="px-1.5"
      >
        <ScaleNotes drawing={drawing} />
        <div className="relative">
          <GridLines drawing={drawing} />
          {lanes.map((lane) => (
            <LaneDrawing key={lane.id} lane={lane} breaks={drawing.breaks} walk={walk} />
          ))}
        </div>
        <TimeAxis ticks={drawing.ticks} />
      </div>
      <MarkCaption walk={walk} />
      <DrawingKey items={key} breaks={drawing.breaks} />
      <Disclosure summary="Show as table" className="mt-2 print:hidden">
        <DrawingTable lanes={lanes} />
      </Disclosure>
    </figure>
  );
}
