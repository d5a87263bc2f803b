"use client";

import { useActionState, useEffect, useState, type ReactNode, type SubmitEvent } from "react";
import { FormError } from "@/components/form/form-error";
import type { BoardCard as Card } from "@/db/queries/action-items";
import { ACTION_ITEM_STATUSES, columnsOf, type Move } from "@/lib/domain/board";
import type { BoardView } from "@/lib/domain/board-filters";
import type { BoardMove, ClosingWords } from "@/lib/domain/closing";
import { cn } from "@/lib/utils";
import { BoardCard } from "./board-card";
import { BoardColumn } from "./board-column";
import { BoardNotice } from "./board-notice";
import { CloseDialog } from "./close-dialog";
import { useBoardDrops } from "./use-board-drops";
import { cardAround, useBoardKeys } from "./use-board-keys";
import { useBoardMoves, type MoveAction } from "./use-board-moves";
import { useKeptFocus } from "./use-kept-focus";

type ActionItemBoardProps = {
  cards: Card[];
  view?: Exclude<BoardView, "table"> | undefined;
  canMove: boolean;
  moveAction: MoveAction;
  /** The board's address; missing for those who may not edit. */
  editPath?: string | undefined;
  /** Stands in a card's place while it is edited. */
  editor?: { id: number; form: ReactNode } | undefined;
};

const LAYOUTS = {
  board: "auto-cols-[minmax(15rem,1fr)] grid-flow-col overflow-x-auto",
  list: "",
  byWidth: "sm:auto-cols-[minmax(13.5rem,1fr)] sm:grid-flow-col sm:overflow-x-auto",
};

/** How many cards of each column the server sends whole; the others say their titles until they are near. */
const FIRST = 8;

export function ActionItemBoard(props: ActionItemBoardProps) {
  const { cards, view, canMove, moveAction, editPath, editor } = props;
  const { board, move, asked, say, forget, problem, isSaving } = useBoardMoves(cards, moveAction);
  const [refused, submitMove] = useActionState(moveAction, null);
  const [focused, setFocused] = useState<number>();
  const keepFocus = useKeptFocus(!isSaving && !editor);

  function moveAndStay(next: BoardMove) {
    keepFocus(next.id);
    setFocused(next.id);
    move(next);
  }
  function sayAndStay(words: ClosingWords) {
    if (asked) keepFocus(asked.card.id);
    say(words);
  }
  const pressKey = useBoardKeys(board, canMove ? moveAndStay : undefined);
  useBoardDrops(board, moveAndStay);
  useEffect(() => {
    if (editor) keepFocus(editor.id);
  });

  function submit(event: SubmitEvent<HTMLElement>) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.move === undefined) return;
    event.preventDefault();
    const next = moveIn(form);
    if (!next) return;
    const menu = form.closest("details");
    if (menu) menu.open = false;
    document.getElementById(`ai-${next.id}`)?.focus();
    moveAndStay(next);
  }

  const columns = columnsOf(board);
  const first = ACTION_ITEM_STATUSES.map((status) => columns[status][0]).find(Boolean)?.id;
  const active = board.some(({ id }) => id === focused) ? focused : first;

  return (
    <section
      aria-label="Action items"
      onKeyDown={pressKey}
      onFocus={(event) => setFocused(cardAround(event.target) ?? focused)}
      onSubmit={submit}
      className="grid gap-3"
    >
      <FormError result={problem ? { ok: false, error: problem } : refused} />
      <div
        className={cn(
          "-m-1 grid gap-3 p-1 print:grid-flow-row print:auto-cols-auto",
          LAYOUTS[view ?? "byWidth"],
        )}
      >
        {ACTION_ITEM_STATUSES.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            count={columns[status].length}
            canMove={canMove}
          >
            {columns[status].map((card, row) => (
              <BoardCard
                key={card.id}
                card={card}
                isFirst={row < FIRST}
                isActive={card.id === active}
                canMove={canMove}
                editHref={editPath && withEdit(editPath, card.id)}
                editor={editor?.id === card.id ? editor.form : undefined}
                submitMove={submitMove}
              />
            ))}
          </BoardColumn>
        ))}
      </div>
      <p id="board-keys" className="text-xs text-muted-foreground pointer-coarse:sr-only">
        Arrow keys go from card to card.
        {canMove && " M opens a card’s move menu, Alt with an arrow moves it at once."}
        {" Enter opens it."}
        {editPath && " E edits it."}
      </p>
      <BoardNotice onUndo={moveAndStay} />
      {asked && <CloseDialog asked={asked} onSaid={sayAndStay} onCancel={forget} />}
    </section>
  );
}

function withEdit(path: string, id: number): string {
  return `${path}${path.includes("?") ? "&" : "?"}edit=${id}#ai-${id}`;
}

function moveIn(form: HTMLFormElement): Move | undefined {
  const fields = new FormData(form);
  const to = ACTION_ITEM_STATUSES.find((status) => status === fields.get("to"));
  const place = Number(fields.get("place")) || 1;
  return to && { id: Number(fields.get("id")), to, index: Math.max(0, Math.trunc(place) - 1) };
}
