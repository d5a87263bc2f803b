import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import { useEffect, useRef, useState } from "react";
import type { Edge } from "@/lib/domain/board";

/** Lets a card be dragged, and others be dropped at its upper and lower edge, which it names meanwhile. */
export function useCardDrag(id: number, enabled: boolean) {
  const ref = useRef<HTMLElement>(null);
  const [edge, setEdge] = useState<Edge>();
  const [isDragging, setIsDragging] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return combine(
      draggable({
        element,
        getInitialData: () => ({ card: id }),
        onDragStart: () => setIsDragging(true),
        onDrop: () => setIsDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data.card === "number" && source.data.card !== id,
        getData: ({ input }) =>
          attachClosestEdge({ card: id }, { element, input, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(undefined),
        onDrop: () => setEdge(undefined),
      }),
    );
  }, [id, enabled]);

  return { ref, edge, isDragging };
}

/** At which edge of the card under the pointer a drop would land. */
export function edgeOf(data: Record<string | symbol, unknown>): Edge | undefined {
  const edge = extractClosestEdge(data);
  return edge === "top" || edge === "bottom" ? edge : undefined;
}
