import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useEffectEvent } from "react";
import {
  ACTION_ITEM_STATUSES,
  columnOf,
  END,
  indexBeside,
  type Card,
  type Move,
} from "@/lib/domain/board";
import { edgeOf } from "./use-card-drag";

type Target = { data: Record<string | symbol, unknown> };

/** Calls back with the move that a drop on the board means. */
export function useBoardDrops(cards: Card[], onMove: (move: Move) => void) {
  const drop = useEffectEvent((id: unknown, targets: Target[]) => {
    const move = moveOf(cards, id, targets);
    if (move) onMove(move);
  });

  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => drop(source.data.card, location.current.dropTargets),
      }),
    [],
  );
}

function moveOf(cards: Card[], id: unknown, [inner, ...outer]: Target[]): Move | undefined {
  const moved = cards.find((card) => card.id === id);
  if (!moved || !inner) return undefined;

  const target = cards.find((card) => card.id === inner.data.card);
  const edge = edgeOf(inner.data);
  if (target && edge) {
    const to = columnOf(target.status);
    return { id: moved.id, to, index: indexBeside(moved, target, edge) };
  }
  const column = [inner, ...outer].find(({ data }) => data.column)?.data;
  const to = ACTION_ITEM_STATUSES.find((status) => status === column?.column);
  return to && { id: moved.id, to, index: column?.isTop ? 0 : END };
}
