"use client";

import { useState } from "react";
import { forgetDraft, keepDraft, readDraft, useDraft } from "@/components/form/use-draft";
import { AUDIENCES, type Audience } from "@/lib/domain/incident";

const draftName = (incident: string, audience: Audience) => `update:${incident}:${audience}`;

type Texts = Partial<Record<Audience, string>>;

/**
 * The composer's text, one for each audience: a draft of the same readers is found again, and where there
 * is none the text moves along to the readers that are chosen next.
 */
export function useUpdateText(incident: string, first: { audience: Audience; text?: string }) {
  const [audience, setAudience] = useState(first.audience);
  const [texts, setTexts] = useState<Texts>(
    first.text === undefined ? {} : { [first.audience]: first.text },
  );
  const name = draftName(incident, audience);
  const draft = useDraft(name);
  const typed = texts[audience];
  const text = typed ?? draft?.text ?? "";

  function write(next: string) {
    setTexts({ ...texts, [audience]: next });
    keepDraft(name, next);
  }

  function choose(next: Audience) {
    const nextName = draftName(incident, next);
    if (texts[next] === undefined && readDraft(nextName) === undefined) {
      setTexts({ ...texts, [audience]: undefined, [next]: text });
      keepDraft(nextName, text);
      keepDraft(name, "");
    }
    setAudience(next);
  }

  return {
    audience,
    choose,
    text,
    write,
    /** Since when the text that was found again waits. */
    restoredFrom: typed === undefined ? draft?.at : undefined,
    discard: () => {
      setTexts({ ...texts, [audience]: "" });
      forgetDraft(name);
    },
  };
}

/** Forgets every draft with the text that was sent. */
export function forgetSent(incident: string, sent: string): void {
  for (const audience of AUDIENCES) {
    const name = draftName(incident, audience);
    if (readDraft(name)?.text.trim() === sent.trim()) forgetDraft(name);
  }
}
