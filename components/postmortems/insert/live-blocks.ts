import type { Extensions } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { LiveBlock } from "@/lib/markdown/bridge/block-extensions";
import { LiveBlockView } from "./live-block-view";

const LiveBlockAsRead = LiveBlock.extend({
  addNodeView: () => ReactNodeViewRenderer(LiveBlockView),
});

/** The same extensions, with live blocks shown as their readers see them. */
export const withLiveBlocks = (extensions: Extensions): Extensions =>
  extensions.map((extension) => (extension === LiveBlock ? LiveBlockAsRead : extension));
