"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

const QUIET = 400;

/** What a reading of the document gives, taken anew when the writer pauses and the browser has time. */
export function useIdleDocument<T>(editor: Editor, read: (doc: Editor["state"]["doc"]) => T): T {
  const [value, setValue] = useState(() => read(editor.state.doc));

  useEffect(() => {
    let timer = 0;
    let idle = 0;
    const take = () => setValue(read(editor.state.doc));
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        idle = whenIdle(take);
      }, QUIET);
    };
    editor.on("transaction", later);
    return () => {
      editor.off("transaction", later);
      window.clearTimeout(timer);
      window.cancelIdleCallback?.(idle);
    };
  }, [editor, read]);

  return value;
}

function whenIdle(act: () => void): number {
  if ("requestIdleCallback" in window) return window.requestIdleCallback(act, { timeout: 2000 });
  act();
  return 0;
}
