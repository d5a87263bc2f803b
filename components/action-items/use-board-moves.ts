import { useOptimistic, useState, useTransition } from "react";
import type { BoardCard } from "@/db/queries/action-items";
import { COLUMN_NAMES, columnOf, moveCard, placeInWords, type Move } from "@/lib/domain/board";
import type { ActionResult } from "@/lib/action";
import type { Notice } from "./board-notice";

/** A door for moves: called with a move, or with a form that works without JavaScript. */
export type MoveAction = {
  (move: Move): Promise<ActionResult>;
  (previous: ActionResult | null, form: FormData): Promise<ActionResult>;
};

const NOT_SAVED = "Could not save the move. Check the connection and try again.";

/** The board as it will be, and what there is to say about the last move. */
export function useBoardMoves(cards: BoardCard[], moveAction: MoveAction) {
  const [board, showMove] = useOptimistic(cards, moveCard<BoardCard>);
  const [notice, setNotice] = useState<Notice>();
  const [problem, setProblem] = useState<string>();
  const [isSaving, startTransition] = useTransition();

  function move(next: Move, isUndo = false) {
    const card = board.find(({ id }) => id === next.id);
    if (!card) return;
    const { id, status: word, position: index } = card;
    const back: Move = { id, to: columnOf(word), index, word };
    const place = placeInWords(moveCard(board, next), id);

    setProblem(undefined);
    setNotice({
      text: `AI-${id} moved ${isUndo ? "back " : ""}to ${place}`,
      undo: isUndo ? undefined : back,
    });
    startTransition(async () => {
      showMove(next);
      const result = await moveAction(next).catch(() => ({ ok: false, error: NOT_SAVED }) as const);
      if (result.ok) return;
      setNotice(undefined);
      setProblem(`${result.error} AI-${id} stays in ${COLUMN_NAMES[back.to]}.`);
    });
  }

  return { board, move, notice, endNotice: () => setNotice(undefined), problem, isSaving };
}
