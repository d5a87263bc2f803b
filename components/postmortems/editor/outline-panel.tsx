"use client";

import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEffect, useState } from "react";
import { OutlineList } from "@/components/postmortems/outline-list";
import { outlineOfDocument, type Heading } from "./document-outline";
import { useIdleDocument } from "./use-idle-document";
import { countWords, lengthText } from "./word-count";

const BELOW_BARS = 140;

/** The document's headings, with the one that is being read, and how long the text is. */
export function OutlinePanel({ editor }: { editor: Editor }) {
  const headings = useIdleDocument(editor, outlineOfDocument);
  const words = useIdleDocument(editor, countWords);
  const current = useCurrentHeading(editor, headings);

  function goTo({ offset }: Heading) {
    const { state, view } = editor;
    const place = TextSelection.near(
      state.doc.resolve(Math.min(offset + 1, state.doc.content.size)),
    );
    view.dispatch(state.tr.setSelection(place));
    view.focus();
    const element = view.nodeDOM(offset);
    if (element instanceof HTMLElement) element.scrollIntoView({ block: "start" });
  }

  return (
    <div>
      <OutlineList entries={headings} current={current} onChoose={goTo} />
      <p className="mt-2 px-1 text-xs text-muted-foreground tabular-nums">{lengthText(words)}</p>
    </div>
  );
}

/** The last heading above the middle of what is read. */
function useCurrentHeading(editor: Editor, headings: Heading[]): number | undefined {
  const [current, setCurrent] = useState<number>();

  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      const passed = headings.findLast(({ offset }) => {
        const element = editor.view.nodeDOM(offset);
        return element instanceof HTMLElement && element.getBoundingClientRect().top < BELOW_BARS;
      });
      setCurrent(passed?.offset ?? headings[0]?.offset);
    };
    const later = () => {
      frame ||= requestAnimationFrame(read);
    };
    later();
    window.addEventListener("scroll", later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", later);
    };
  }, [editor, headings]);

  return current;
}
