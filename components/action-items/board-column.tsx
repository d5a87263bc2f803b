import { useId, type ReactNode } from "react";
import { COLUMN_NAMES, type ActionItemStatus } from "@/lib/domain/board";
import { cn } from "@/lib/utils";
import { useColumnDrop } from "./use-column-drop";

const EMPTY: Record<ActionItemStatus, string> = {
  open: "Nothing open",
  in_progress: "Nothing in progress",
  in_review: "Nothing in review",
  done: "Nothing done",
  wont_do: "Nothing dropped",
};

type BoardColumnProps = {
  status: ActionItemStatus;
  count: number;
  canMove: boolean;
  /** The lane that it is a column of: its name's element, and its layout. None where the board is one lane. */
  lane?: { nameId: string; layout: "board" | "list" | "byWidth" } | undefined;
  children: ReactNode;
};

/** A lane of a list has no room for columns without cards; side by side they take cards in. */
const EMPTY_IN = { board: "", list: "hidden", byWidth: "max-sm:hidden" };

export function BoardColumn({ status, count, canMove, lane, children }: BoardColumnProps) {
  const headingId = useId();
  const Heading = lane ? "h3" : "h2";
  const { ref, isOver } = useColumnDrop(status, canMove);
  return (
    <section
      ref={ref}
      aria-labelledby={lane ? `${headingId} ${lane.nameId}` : headingId}
      className={cn(
        "flex min-w-0 flex-col gap-2 rounded-lg border border-transparent bg-muted p-2",
        isOver && "border-ring",
        lane && count === 0 && EMPTY_IN[lane.layout],
      )}
    >
      <Heading id={headingId} className="flex items-baseline gap-2 px-1 text-sm font-semibold">
        {COLUMN_NAMES[status]}
        <span className="text-xs font-normal text-muted-foreground tabular-nums">{count}</span>
      </Heading>
      {count > 0 ? (
        <ol className="grid gap-2">{children}</ol>
      ) : lane ? null : (
        <p className="px-1 pb-1 text-[0.8125rem] text-muted-foreground">{EMPTY[status]}</p>
      )}
    </section>
  );
}
