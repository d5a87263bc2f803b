"use client";

import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { LiveBlockFigure } from "@/components/postmortems/blocks/live-block";
import { BLOCK_NAMES, liveBlockOf } from "@/lib/domain/live-block";
import { deskOf } from "./desk";

/** A live block in the text: what its readers see, and a way to take it out. */
export function LiveBlockView({ editor, node, deleteNode }: ReactNodeViewProps) {
  const { subscribe, blocks } = deskOf(editor);
  const shown = useSyncExternalStore(subscribe, blocks, blocks);
  const kind = liveBlockOf(String(node.attrs.kind));
  if (!kind) return <NodeViewWrapper />;
  return (
    <NodeViewWrapper className="relative" data-drag-handle>
      <LiveBlockFigure kind={kind} blocks={shown}>
        {editor.isEditable && (
          <button
            type="button"
            onClick={() => {
              deleteNode();
              editor.commands.focus();
            }}
            className="touch-target inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-xs text-muted-foreground hover:bg-accent hover:text-foreground"
          >
            <X aria-hidden className="size-3.5" />
            Remove
            <span className="sr-only"> the live block: {BLOCK_NAMES[kind]}</span>
          </button>
        )}
      </LiveBlockFigure>
    </NodeViewWrapper>
  );
}
