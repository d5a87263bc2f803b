import type { ReactNode } from "react";
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
  children: ReactNode;
};

export function BoardColumn({ status, count, canMove, children }: BoardColumnProps) {
  const { ref, isOver } = useColumnDrop(status, canMove);
  return (
    <section
      ref={ref}
      aria-labelledby={`column-${status}`}
      className={cn(
        "flex min-w-0 flex-col gap-2 rounded-lg border border-transparent bg-muted p-2",
        isOver && "border-ring",
      )}
    >
      <h2 id={`column-${status}`} className="flex items-baseline gap-2 px-1 text-sm font-semibold">
        {COLUMN_NAMES[status]}
        <span className="text-xs font-normal text-muted-foreground tabular-nums">{count}</span>
      </h2>
      {count > 0 ? (
        <ol className="grid gap-2">{children}</ol>
      ) : (
        <p className="px-1 pb-1 text-[0.8125rem] text-muted-foreground">{EMPTY[status]}</p>
      )}
    </section>
  );
}
