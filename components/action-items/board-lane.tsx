import { useId, type ReactNode } from "react";
import type { BoardCard as Card } from "@/db/queries/action-items";
import { ACTION_ITEM_STATUSES, columnsOf } from "@/lib/domain/board";
import type { BoardView } from "@/lib/domain/board-filters";
import type { BoardMove } from "@/lib/domain/closing";
import { cn } from "@/lib/utils";
import { BoardCard } from "./board-card";
import { BoardColumn } from "./board-column";
import { CardRows } from "./card-rows";
import { useBoardKeys } from "./use-board-keys";
import { SENT } from "./use-growing";

const LAYOUTS = {
  board: "auto-cols-[minmax(15rem,1fr)] grid-flow-col overflow-x-auto",
  list: "",
  byWidth: "sm:auto-cols-[minmax(13.5rem,1fr)] sm:grid-flow-col sm:overflow-x-auto",
};

export type BoardLaneProps = {
  /** What its cards share; none where the board is one lane. */
  name?: string | undefined;
  cards: Card[];
  view: Exclude<BoardView, "table"> | undefined;
  /** True for a lane that is seen at once. */
  isFirst: boolean;
  /** The card that had the focus last. */
  focused: number | undefined;
  /** Missing for those who may not move cards. */
  onMove: ((move: BoardMove) => void) | undefined;
  submitMove: (form: FormData) => void;
  /** The board's address; missing for those who may not edit. */
  editPath: string | undefined;
  /** Stands in a card's place while it is edited. */
  editor: { id: number; form: ReactNode } | undefined;
};

/** The columns of a board, or of those of its cards that share something. The arrow keys stay in it. */
export function BoardLane(props: BoardLaneProps) {
  const { name, cards, view, isFirst, focused, onMove, submitMove, editPath, editor } = props;
  const pressKey = useBoardKeys(cards, onMove);
  const nameId = useId();
  const layout = view ?? "byWidth";
  const columns = columnsOf(cards);
  const first = ACTION_ITEM_STATUSES.map((status) => columns[status][0]).find(Boolean)?.id;
  const active = cards.some(({ id }) => id === focused) ? focused : first;

  return (
    <section aria-label={name ?? "Action items"} onKeyDown={pressKey} className="grid gap-2">
      {name && (
        <h2 id={nameId} className="flex items-baseline gap-2 text-sm font-semibold wrap-anywhere">
          {name}
          <span className="text-xs font-normal text-muted-foreground tabular-nums">
            {cards.length}
          </span>
        </h2>
      )}
      <div
        className={cn(
          "-m-1 grid gap-3 p-1 print:grid-flow-row print:auto-cols-auto",
          LAYOUTS[layout],
        )}
      >
        {ACTION_ITEM_STATUSES.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            count={columns[status].length}
            canMove={onMove !== undefined}
            lane={name === undefined ? undefined : { nameId, layout }}
          >
            <CardRows cards={columns[status]} from={isFirst ? SENT : 0} active={active}>
              {(card) => (
                <BoardCard
                  card={card}
                  isActive={card.id === active}
                  canMove={onMove !== undefined}
                  editHref={editPath && withEdit(editPath, card.id)}
                  editor={editor?.id === card.id ? editor.form : undefined}
                  submitMove={submitMove}
                />
              )}
            </CardRows>
          </BoardColumn>
        ))}
      </div>
    </section>
  );
}

function withEdit(path: string, id: number): string {
  return `${path}${path.includes("?") ? "&" : "?"}edit=${id}#ai-${id}`;
}
