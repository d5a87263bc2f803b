"use client";

import { useActionState, useEffect, useState, type ReactNode, type SubmitEvent } from "react";
import { FormError } from "@/components/form/form-error";
import type { BoardCard as Card } from "@/db/queries/action-items";
import { ACTION_ITEM_STATUSES, type Move } from "@/lib/domain/board";
import type { BoardView } from "@/lib/domain/board-filters";
import { lanesOf, type Lane } from "@/lib/domain/board-groups";
import type { BoardMove, ClosingWords } from "@/lib/domain/closing";
import { BoardLane } from "./board-lane";
import { BoardNotice } from "./board-notice";
import { CloseDialog } from "./close-dialog";
import { useBoardDrops } from "./use-board-drops";
import { cardAround } from "./use-board-keys";
import { useBoardMoves, type MoveAction } from "./use-board-moves";
import { SENT } from "./use-growing";
import { useKeptFocus } from "./use-kept-focus";

type ActionItemBoardProps = {
  cards: Card[];
  /** What the cards are put together by beside their status. */
  lanes?: Lane[] | undefined;
  view?: Exclude<BoardView, "table"> | undefined;
  canMove: boolean;
  moveAction: MoveAction;
  /** The address of the same items as a table. */
  tablePath: string;
  /** The board's address; missing for those who may not edit. */
  editPath?: string | undefined;
  /** Stands in a card's place while it is edited. */
  editor?: { id: number; form: ReactNode } | undefined;
};

/** So many lanes have cards from the start. */
const FIRST_LANES = 3;

export function ActionItemBoard(props: ActionItemBoardProps) {
  const { cards, lanes, view, canMove, moveAction, tablePath, editPath, editor } = props;
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

  return (
    <div
      onFocus={(event) => setFocused(cardAround(event.target) ?? focused)}
      onSubmit={submit}
      className="grid gap-4"
    >
      <FormError result={problem ? { ok: false, error: problem } : refused} />
      {lanesOf(board, lanes).map(({ name, cards }, index) => (
        <BoardLane
          key={name ?? ""}
          name={name}
          cards={cards}
          view={view}
          isFirst={index < FIRST_LANES}
          focused={focused}
          onMove={canMove ? moveAndStay : undefined}
          submitMove={submitMove}
          editPath={editPath}
          editor={editor}
        />
      ))}
      {board.length > SENT && (
        <noscript>
          <p>
            Without JavaScript the board shows the first {SENT} cards of a column. The{" "}
            <a href={tablePath} className="text-link underline">
              table
            </a>{" "}
            has all.
          </p>
        </noscript>
      )}
      <p id="board-keys" className="text-xs text-muted-foreground pointer-coarse:sr-only">
        Arrow keys go from card to card.
        {canMove && " M opens a card’s move menu, Alt with an arrow moves it at once."}
        {" Enter opens it."}
        {editPath && " E edits it."}
      </p>
      <BoardNotice onUndo={moveAndStay} />
      {asked && <CloseDialog asked={asked} onSaid={sayAndStay} onCancel={forget} />}
    </div>
  );
}

function moveIn(form: HTMLFormElement): Move | undefined {
  const fields = new FormData(form);
  const to = ACTION_ITEM_STATUSES.find((status) => status === fields.get("to"));
  const place = Number(fields.get("place")) || 1;
  return to && { id: Number(fields.get("id")), to, index: Math.max(0, Math.trunc(place) - 1) };
}
