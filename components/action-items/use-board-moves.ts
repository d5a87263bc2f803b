import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import type { BoardCard } from "@/db/queries/action-items";
import type { ActionResult, Refusal } from "@/lib/action";
import {
  COLUMN_NAMES,
  columnOf,
  columnsOf,
  moveCard,
  placeInWords,
  type Move,
} from "@/lib/domain/board";
import {
  closedByMove,
  closingProblems,
  type BoardMove,
  type ClosedColumn,
  type ClosingWords,
} from "@/lib/domain/closing";
import { endNotice, showNotice } from "./notice-store";

/** A door for moves: called with a move, or with a form that works without JavaScript. */
export type MoveAction = {
  (move: BoardMove): Promise<ActionResult>;
  (previous: ActionResult | null, form: FormData): Promise<ActionResult>;
};

/** A move that waits for what proves it, or for its reason. */
export type AskedClosing = {
  move: Move;
  card: { id: number; title: string };
  to: ClosedColumn;
  words?: ClosingWords;
  problem?: string;
  problems?: Record<string, string[]>;
};

const NOT_SAVED = "Could not save the move. Check the connection and try again.";

/** The board as it will be, the question that a move waits for, and what went wrong with the last one. */
export function useBoardMoves(cards: BoardCard[], moveAction: MoveAction) {
  const router = useRouter();
  const [board, showMove] = useOptimistic(cards, moveCard<BoardCard>);
  const [asked, setAsked] = useState<AskedClosing>();
  const [problem, setProblem] = useState<string>();
  const [isSaving, startTransition] = useTransition();

  function move(next: BoardMove) {
    const card = board.find(({ id }) => id === next.id);
    if (!card) return;
    const to = next.isUndo ? undefined : closedByMove(columnOf(card.status), next.to);
    setProblem(undefined);
    if (to) setAsked({ move: next, card, to });
    else save(card, next);
  }

  function say(words: ClosingWords) {
    if (!asked) return;
    const problems = closingProblems(asked.to, words);
    if (problems) return setAsked({ ...asked, words, problem: "Please check the form.", problems });
    setAsked(undefined);
    const card = board.find(({ id }) => id === asked.card.id);
    if (card) save(card, { ...asked.move, ...words });
    else setProblem("Someone deleted this action item.");
  }

  function save(card: BoardCard, next: BoardMove) {
    const from = columnOf(card.status);
    announce(board, card, next);
    startTransition(async () => {
      showMove(next);
      const sent = { ...next, from: next.from ?? from };
      const result = await moveAction(sent).catch(() => ({ ok: false, error: NOT_SAVED }) as const);
      if (result.ok) return;
      endNotice();
      const text = reasonOf(result, card);
      const to = next.isUndo ? undefined : closedByMove(from, next.to);
      if (to && !("conflict" in result)) {
        setAsked({ move: next, card, to, words: next, problem: text });
      } else setProblem(text);
      router.refresh();
    });
  }

  const forget = () => setAsked(undefined);
  return { board, move, asked, say, forget, problem, isSaving };
}

/** Says where the card is now, and how to take that back. */
function announce(board: BoardCard[], card: BoardCard, next: BoardMove): void {
  const { id, status: word, position: index } = card;
  const place = placeInWords(moveCard(board, next), id);
  const to = columnOf(word);
  const column = columnsOf(board)[to];
  const before = column[column.indexOf(card) + 1]?.id;
  const undo: BoardMove = { id, to, index, before, word, from: next.to, isUndo: true };
  showNotice({
    text: `AI-${id} moved ${next.isUndo ? "back " : ""}to ${place}`,
    undo: next.isUndo ? undefined : undo,
  });
}

function reasonOf({ error, fields, conflict }: Refusal, { id, status }: BoardCard): string {
  if (conflict !== undefined) return error;
  const said = fields ? Object.values(fields).flat().join(" ") : error;
  return `${said} AI-${id} stays in ${COLUMN_NAMES[columnOf(status)]}.`;
}
