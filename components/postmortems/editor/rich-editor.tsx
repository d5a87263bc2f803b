"use client";

import type { ReactNode } from "react";
import type { EditorFacts } from "./editor-parts";
import { LiveEditor } from "./live-editor";
import { ReadOnlyText } from "./read-only-text";
import { useConnection } from "./use-connection";

export type RichEditorProps = {
  incidentKey: string;
  /** Who writes here, as the others see it. */
  name: string;
  facts: EditorFacts;
  /** What is shown until the text is here. */
  waiting: ReactNode;
  children: ReactNode;
};

/** The text to be written in as it is read, together with others; or as it was last, and why. */
export function RichEditor({ incidentKey, name, facts, waiting, children }: RichEditorProps) {
  const { link, state, hasText } = useConnection(incidentKey, name);

  if (link && hasText) return <LiveEditor facts={facts} link={link} state={state} />;
  if (state.kind !== "failed" && state.kind !== "offline") return waiting;
  return (
    <ReadOnlyText
      incidentKey={incidentKey}
      reason={state.reason ?? "Writing together is not possible at the moment."}
    >
      {children}
    </ReadOnlyText>
  );
}
