"use client";

import type { Editor } from "@tiptap/core";
import { ChevronLeft, ChevronRight, GripVertical, Plus } from "lucide-react";
import { useState, type DragEvent } from "react";
import { eventTypeName } from "@/components/incidents/detail/event-type";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { StoryRow, StoryRows } from "@/db/queries/story-rows";
import { eventAddress } from "@/lib/domain/chip";
import { citation, shortTime } from "@/lib/domain/citation";
import type { BlockData } from "@/lib/domain/live-block";
import { carriedRow, ROW_TYPE, type DraggedRow } from "./drops";
import { putRow } from "./put";
import { useStoryRows } from "./use-story-rows";

export const TIMELINE_FILTER = "timeline-filter";

type TimelinePanelProps = { editor: Editor; incidentKey: string; blocks: BlockData };

/** The story's rows beside the text: each can be put where the caret is, or dragged to its place. */
export function TimelinePanel({ editor, incidentKey, blocks }: TimelinePanelProps) {
  const [asked, setAsked] = useState({ text: "", page: 1 });
  const { found, problem } = useStoryRows({ incidentKey, ...asked, renewed: blocks });

  return (
    <div className="grid gap-3">
      <Input
        id={TIMELINE_FILTER}
        type="search"
        aria-label="Find a row of the timeline"
        placeholder="Find a row"
        value={asked.text}
        onChange={({ target }) => setAsked({ text: target.value, page: 1 })}
      />
      {problem && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {problem}
        </p>
      )}
      {found && (
        <>
          <p role="status" className="text-[0.8125rem] text-muted-foreground">
            {found.total === 0 ? "No row has this." : countOf(found)}
          </p>
          <ol role="list" className="max-h-[60vh] overflow-y-auto" tabIndex={0} aria-label="Rows">
            {found.rows.map((row) => (
              <Row
                key={row.seq}
                row={row}
                firstAt={found.firstAt}
                incidentKey={incidentKey}
                onInsert={({ chip, words }) => putRow(editor, chip, words)}
              />
            ))}
          </ol>
          {found.pages > 1 && (
            <Pages found={found} onTurn={(page) => setAsked({ ...asked, page })} />
          )}
        </>
      )}
    </div>
  );
}

type RowProps = {
  row: StoryRow;
  firstAt: number;
  incidentKey: string;
  onInsert: (row: DraggedRow) => void;
};

function Row({ row, firstAt, incidentKey, onInsert }: RowProps) {
  const { seq, at, type, text } = row;
  const time = shortTime(at, firstAt);
  const carried = {
    chip: { text: time, href: eventAddress(incidentKey, seq) },
    words: text.replace(/\s+/g, " ").trim(),
  };

  function carry({ dataTransfer }: DragEvent) {
    dataTransfer.effectAllowed = "copy";
    dataTransfer.setData(ROW_TYPE, carriedRow(carried));
    dataTransfer.setData(
      "text/plain",
      citation({ key: incidentKey, anchor: `e-${seq}`, at, firstAt }),
    );
  }

  return (
    <li
      draggable
      onDragStart={carry}
      className="group flex cursor-grab items-start gap-1 border-b border-border py-1.5 last:border-b-0"
    >
      <GripVertical
        aria-hidden
        className="mt-1 size-3.5 shrink-0 text-muted-foreground pointer-coarse:hidden"
      />
      <p className="min-w-0 flex-1 text-[0.8125rem] leading-5 wrap-anywhere">
        <span className="font-medium tabular-nums">{time}</span>{" "}
        <span className="text-muted-foreground">{eventTypeName(type)}</span>
        <span className="line-clamp-2">{text}</span>
      </p>
      <Button
        variant="ghost"
        size="icon"
        className="size-7"
        aria-label={`Insert ${time} ${carried.words.slice(0, 60)}`}
        onClick={() => onInsert(carried)}
      >
        <Plus aria-hidden />
      </Button>
    </li>
  );
}

type PagesProps = { found: StoryRows; onTurn: (page: number) => void };

function Pages({ found: { page, pages }, onTurn }: PagesProps) {
  return (
    <div className="flex items-center justify-between gap-2 text-[0.8125rem]">
      <Button variant="outline" size="sm" disabled={page === 1} onClick={() => onTurn(page - 1)}>
        <ChevronLeft aria-hidden />
        Earlier
      </Button>
      <span className="tabular-nums">
        Page {page} of {pages}
      </span>
      <Button
        variant="outline"
        size="sm"
        disabled={page === pages}
        onClick={() => onTurn(page + 1)}
      >
        Later
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}

const countOf = ({ total }: StoryRows) =>
  total === 1
    ? "1 row. Drag it, or use its +."
    : `${total.toLocaleString("en")} rows. Drag one, or use its +.`;
