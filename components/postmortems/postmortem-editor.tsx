"use client";

import { useDeferredValue, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { outlineOf, type OutlineEntry } from "@/lib/domain/outline";
import { CitationList, type CitableEvent } from "./citation-list";
import { ConflictView } from "./conflict-view";
import { EditorBar } from "./editor-bar";
import type { EditAction } from "./editor-state";
import { MarkdownText } from "./markdown-text";
import { OutlineList } from "./outline-list";
import { TextField } from "./text-field";
import { useLeaveWarning } from "./use-leave-warning";
import { usePostmortemEditor } from "./use-postmortem-editor";

type PostmortemEditorProps = {
  incidentKey: string;
  start: { body: string; version: number };
  events: CitableEvent[];
  action: EditAction;
  /** Who saved last and when, or what the text is where nobody did. */
  note: ReactNode;
  children: ReactNode;
};

/** Writes a postmortem as Markdown, beside its outline and the events it may cite. */
export function PostmortemEditor({
  incidentKey,
  start,
  events,
  action,
  note,
  children,
}: PostmortemEditorProps) {
  const editor = usePostmortemEditor(action, start);
  const { state, text, problem } = editor;
  const area = useRef<HTMLTextAreaElement>(null);
  const entries = outlineOf(useDeferredValue(text));
  useLeaveWarning(editor.isDirty);

  if (state.kind === "conflict") {
    return <ConflictView incidentKey={incidentKey} conflict={state} editor={editor} />;
  }

  function goTo({ offset }: OutlineEntry) {
    if (!area.current) return;
    area.current.setSelectionRange(offset, offset);
    area.current.blur(); // a field that takes the focus scrolls to its caret
    area.current.focus();
  }

  function insert(citation: string) {
    const field = area.current;
    if (!field) return;
    field.focus();
    field.setRangeText(`(${citation})`, field.selectionStart, field.selectionEnd, "end");
    editor.setText(field.value);
  }

  const isPreview = state.kind === "preview";
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <form
        action={editor.formAction}
        onSubmit={editor.submit}
        onKeyDown={saveOnKey}
        aria-label="Postmortem"
        className="min-w-0"
      >
        <input type="hidden" name="key" value={incidentKey} />
        <input type="hidden" name="version" value={state.version} />
        <input type="hidden" name="base" value={editor.base} />
        <EditorBar editor={editor} note={note} />
        {problem && (
          <Alert variant="danger" role="alert" className="mb-3">
            <AlertDescription>{problem}</AlertDescription>
          </Alert>
        )}
        <TextField area={area} editor={editor} isHidden={isPreview} />
        {isPreview && (
          <section
            aria-label="Preview"
            className="rounded-lg border border-border bg-card p-4 sm:p-6"
          >
            <MarkdownText reading={state.reading} blocks={state.blocks} />
          </section>
        )}
      </form>
      <div className="grid min-w-0 gap-4">
        <OutlineList entries={entries} onChoose={isPreview ? undefined : goTo} />
        <CitationList
          incidentKey={incidentKey}
          events={events}
          onInsert={isPreview ? undefined : insert}
        />
        {children}
      </div>
    </div>
  );
}

function saveOnKey(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
