"use client";

import { useEffect, useState } from "react";
import { savedText, type LiveState } from "./saved-text";

/** Shows what became of the text. Aloud it is told when that matters, not at each pause in writing. */
export function SavedState({ state, asked }: { state: LiveState; asked: number }) {
  const text = savedText(useSettled(state));
  return (
    <>
      <p
        data-saved={state.kind === "live" && state.pending === 0}
        className="min-w-0 text-[0.8125rem] text-muted-foreground tabular-nums"
      >
        {text}
      </p>
      <Announcement key={asked} kind={state.kind} isAsked={asked > 0} text={text} />
    </>
  );
}

type AnnouncementProps = { kind: LiveState["kind"]; isAsked: boolean; text: string };

function Announcement({ kind, isAsked, text }: AnnouncementProps) {
  const [start] = useState(kind);
  const [hasChanged, setChanged] = useState(isAsked);
  if (!hasChanged && kind !== start) setChanged(true);
  const spoken = kind === "live" ? "Saved" : text;
  return (
    <p role="status" className="sr-only">
      {hasChanged ? (isAsked && kind === "live" ? text : spoken) : ""}
    </p>
  );
}

const FLICKER = 250;

/** The state, without those that last for less than a blink. */
function useSettled(state: LiveState): LiveState {
  const [settled, setSettled] = useState(state);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(state), FLICKER);
    return () => window.clearTimeout(timer);
  }, [state]);
  return settled;
}
