"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { connectText } from "@/components/postmortems/live/connect-text";
import type { LiveState } from "./saved-text";

export type TextLink = ReturnType<typeof connectText>;

/** An open text, and what is known of it. It changes at every key: who shows some of it asks for that alone. */
export type OpenText = {
  link: TextLink;
  state: () => LiveState;
  /** True once the text was here: from then on it is written in whatever becomes of the connection. */
  hasText: () => boolean;
  subscribe: (listener: () => void) => () => void;
};

/** What is told of a text waits until the typed letter stands on the screen. */
const AFTER_PAINT = 50;

/** Follows one postmortem's text for as long as the page shows it; `undefined` until the first news. */
export function useConnection(key: string, name: string): OpenText | undefined {
  const [text, setText] = useState<OpenText>();

  useEffect(() => {
    const listeners = new Set<() => void>();
    let hasText = false;
    let telling: ReturnType<typeof setTimeout> | undefined;
    const link: TextLink = connectText({
      key,
      name,
      onState: ({ kind }) => {
        hasText ||= kind === "live";
        setText(opened);
        telling ??= setTimeout(tell, AFTER_PAINT);
      },
    });
    function tell() {
      telling = undefined;
      for (const listener of listeners) listener();
    }
    const opened: OpenText = {
      link,
      state: () => link.state,
      hasText: () => hasText,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    return () => {
      clearTimeout(telling);
      link.destroy();
      setText(undefined);
    };
  }, [key, name]);

  return text;
}

/** A part of what is known of a text: a word, a number or yes and no. */
export function useTextState<Part extends string | number | boolean | undefined>(
  text: OpenText,
  part: (state: LiveState) => Part,
): Part {
  const read = () => part(text.state());
  return useSyncExternalStore(text.subscribe, read, read);
}
