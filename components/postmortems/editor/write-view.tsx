"use client";

import Link from "next/link";
import { lazy, Suspense, type ReactNode } from "react";
import { useHasScript } from "@/components/use-has-script";
import { EditorFrame } from "./editor-frame";
import { ReadOnlyText } from "./read-only-text";
import type { RichEditorProps } from "./rich-editor";
import { ViewTabs } from "./view-tabs";

const NOT_LOADED = "The editor could not be loaded. Open the page again when you are connected.";

const RichEditor = lazy(async () => {
  try {
    return { default: (await import("./rich-editor")).RichEditor };
  } catch {
    return { default: NotLoaded };
  }
});

type WriteViewProps = Omit<RichEditorProps, "waiting" | "children"> & {
  /** Who saved last and when. */
  note: ReactNode;
  /** The text laid out: what is shown until the editor is ready, and where it cannot be. */
  children: ReactNode;
};

/** Writes a postmortem as it will be read. The editor is a script of its own, loaded only here. */
export function WriteView({ note, ...editor }: WriteViewProps) {
  const { incidentKey, children } = editor;
  const waiting = (
    <EditorFrame
      bar={
        <>
          <ViewTabs incidentKey={incidentKey} shown="Write" />
          <p className="min-w-0 text-[0.8125rem] text-muted-foreground">{note}</p>
        </>
      }
      toolbar={<p className="px-2 text-[0.8125rem] text-muted-foreground">Opening the editor…</p>}
    >
      <p className="mb-4 hidden noscript:block">
        Writing here needs JavaScript.{" "}
        <Link
          href={`/incidents/${encodeURIComponent(incidentKey)}/postmortem?view=markdown`}
          className="text-link underline"
        >
          Write in the Markdown tab
        </Link>
        , which does not.
      </p>
      {children}
    </EditorFrame>
  );
  if (!useHasScript()) return waiting;
  return (
    <Suspense fallback={waiting}>
      <RichEditor {...editor} waiting={waiting} />
    </Suspense>
  );
}

function NotLoaded({ incidentKey, children }: RichEditorProps) {
  return (
    <ReadOnlyText incidentKey={incidentKey} reason={NOT_LOADED}>
      {children}
    </ReadOnlyText>
  );
}
