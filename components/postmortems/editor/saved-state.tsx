"use client";

import { useEffect, useState } from "react";
import { savedText, type LiveState } from "./saved-text";

type SavedStateProps = {
  state: LiveState;
  /** How often the writer has asked whether the text is saved. */
  asked: number;
};

/** Shows what became of the text. Aloud it is told when that matters, not at each pause in writing. */
export function SavedState({ state, asked }: SavedStateProps) {
  const text = useSettled(savedText(state));
  const [told, setTold] = useState({ kind: state.kind, asked, text: "" });
  if (told.kind !== state.kind || told.asked !== asked) {
    const again = asked % 2 === 0 ? "" : "\u00a0"; // the same words are told again only if they differ
    setTold({ kind: state.kind, asked, text: savedText(state) + again });
  }
  return (
    <>
      <p
        data-saved={state.kind === "live" && state.pending === 0}
        className="min-w-0 text-[0.8125rem] text-muted-foreground tabular-nums"
      >
        {text}
      </p>
      <p role="status" className="sr-only">
        {told.text}
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
