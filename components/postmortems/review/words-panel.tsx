"use client";

import type { Editor } from "@tiptap/core";
import { plainText } from "@/components/postmortems/comments/plain-text";
import { useIdleDocument } from "@/components/postmortems/editor/use-idle-document";
import { anchorAt, findAnchor } from "@/lib/domain/anchor";
import type { BlameFinding } from "@/lib/domain/blameless";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { BlamelessCard } from "./blameless-card";

type WordsPanelProps = {
  editor: Editor;
  /** Of the people whom the text may name. */
  names: readonly string[];
};

/** Words that may read as blame in the text that is being written. */
export function WordsPanel({ editor, names }: WordsPanelProps) {
  const text = useIdleDocument(editor, markdownOf);

  function jump({ from, to }: BlameFinding) {
    const shown = plainText(editor.state.doc);
    const words = findAnchor(shown.text, anchorAt(text, { from, to }));
    if (!words) return;
    const range = {
      from: shown.positionAt(words.from),
      to: shown.positionAt(words.to - 1) + 1,
    };
    editor.chain().focus().setTextSelection(range).scrollIntoView().run();
  }

  return <BlamelessCard text={text} names={names} onJump={jump} />;
}
