import type { Editor } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { NodeViewConstructor } from "@tiptap/pm/view";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { LiveBlock } from "@/lib/markdown/bridge/block-extensions";
import { LiveBlockView } from "./live-block-view";

/** Shows live blocks with what the record says, as their readers see them. */
export function liveBlocksPlugin(editor: Editor): Plugin {
  const render = ReactNodeViewRenderer(LiveBlockView);
  const liveBlock: NodeViewConstructor = (node, view, getPos, decorations, innerDecorations) =>
    render({
      editor,
      node,
      view,
      getPos,
      decorations: [...decorations],
      innerDecorations,
      extension: LiveBlock,
      HTMLAttributes: {},
    });
  return new Plugin({ props: { nodeViews: { liveBlock } } });
}
