import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "react";
import type { ActionItemStatus } from "@/lib/domain/board";

/** Lets cards be dropped into a column, at its top over its name and else at its end; says while one is over it. */
export function useColumnDrop(column: ActionItemStatus, enabled: boolean) {
  const ref = useRef<HTMLElement>(null);
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.card === "number",
      getData: ({ input, element }) => {
        const list = element.querySelector("ol");
        return { column, isTop: !!list && input.clientY < list.getBoundingClientRect().top };
      },
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: () => setIsOver(false),
    });
  }, [column, enabled]);

  return { ref, isOver };
}
