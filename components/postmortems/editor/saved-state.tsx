"use client";

import { useEffect, useState } from "react";
import { savedText } from "./saved-text";
import { useTextState, type OpenText } from "./use-connection";

type SavedStateProps = {
  text: OpenText;
  /** When the text was saved that the page began with. */
  savedAt: number;
  /** How often the writer has asked whether the text is saved. */
  asked: number;
};

/** Shows what became of the text. Aloud it is told when that matters, not at each pause in writing. */
export function SavedState({ text, savedAt, asked }: SavedStateProps) {
  const kind = useTextState(text, (state) => state.kind);
  const isSaved = useTextState(text, (state) => state.kind === "live" && state.pending === 0);
  const words = useTextState(text, (state) =>
    savedText({ ...state, savedAt: state.savedAt ?? savedAt }),
  );
  const shown = useSettled(words);
  const [told, setTold] = useState({ kind, asked, words: "" });
  if (told.kind !== kind || (told.asked !== asked && (kind !== "live" || isSaved))) {
    const again = asked % 2 === 0 ? "" : "\u00a0"; // the same words are told again only if they differ
    setTold({ kind, asked, words: words + again });
  }
  return (
    <>
      <p
        data-saved={isSaved}
        className="min-w-0 text-[0.8125rem] text-muted-foreground tabular-nums"
      >
        {shown}
      </p>
      <p role="status" className="sr-only">
        {told.words}
      </p>
    </>
  );
}

const FLICKER = 250;

/** A text without what lasts for less than a blink. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), FLICKER);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
