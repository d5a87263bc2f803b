"use client";

import type { ReactNode } from "react";
import type { EditorFacts } from "./editor-parts";
import { LiveEditor } from "./live-editor";
import { ReadOnlyText } from "./read-only-text";
import { useConnection, useTextState, type OpenText } from "./use-connection";

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
export function RichEditor({ name, ...props }: RichEditorProps) {
  const text = useConnection(props.incidentKey, name);
  return text ? <OpenedText {...props} text={text} /> : props.waiting;
}

type OpenedTextProps = Omit<RichEditorProps, "name"> & { text: OpenText };

function OpenedText({ incidentKey, facts, waiting, text, children }: OpenedTextProps) {
  const hasText = useTextState(text, text.hasText);
  const kind = useTextState(text, (state) => state.kind);
  const reason = useTextState(text, (state) => state.reason);

  if (hasText) return <LiveEditor facts={facts} text={text} />;
  if (kind !== "failed" && kind !== "offline") return waiting;
  return (
    <ReadOnlyText
      incidentKey={incidentKey}
      reason={reason ?? "Writing together is not possible at the moment."}
    >
      {children}
    </ReadOnlyText>
  );
}
