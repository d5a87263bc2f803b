"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { endSearch, findingIn, lookFor, replaceAll, replaceOne, step } from "./find";

type FindBarProps = { editor: Editor; onClose: () => void };

/** Finds words in the text and puts others in their place. */
export function FindBar({ editor, onClose }: FindBarProps) {
  const [words, setWords] = useState("");
  const [told, setTold] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const finding = useEditorState({ editor, selector: ({ editor: now }) => findingIn(now.state) });
  const { text, places, current } = finding;

  useEffect(() => {
    const { from, to } = editor.state.selection;
    lookFor(editor, editor.state.doc.textBetween(from, to, "\n").split("\n")[0] ?? "");
    field.current?.focus();
    return () => {
      if (!editor.isDestroyed) endSearch(editor);
    };
  }, [editor]);

  function close() {
    onClose();
    editor.commands.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  }

  function onFindKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    step(editor, event.shiftKey ? -1 : 1);
  }

  function all() {
    const count = replaceAll(editor, words);
    setTold(`Replaced in ${count} ${count === 1 ? "place" : "places"}.`);
  }

  return (
    <search
      aria-label="Find in the text"
      onKeyDown={onKeyDown}
      className="sticky top-28 z-10 mb-4 grid gap-2 rounded-lg border border-border bg-popover p-2 shadow-md"
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <Input
          ref={field}
          aria-label="Find"
          placeholder="Find"
          value={text}
          onChange={({ target }) => {
            setTold("");
            lookFor(editor, target.value);
          }}
          onKeyDown={onFindKey}
          className="h-8 min-w-32 flex-1"
        />
        <span role="status" className="min-w-16 text-center text-[0.8125rem] tabular-nums">
          {told ||
            (text === ""
              ? ""
              : places.length === 0
                ? "Not found"
                : `${current + 1} of ${places.length}`)}
        </span>
        <Tool name="Previous" onClick={() => step(editor, -1)}>
          <ArrowUp aria-hidden />
        </Tool>
        <Tool name="Next" onClick={() => step(editor, 1)}>
          <ArrowDown aria-hidden />
        </Tool>
        <Tool name="Close" onClick={close}>
          <X aria-hidden />
        </Tool>
      </div>
      {editor.isEditable && (
        <div className="flex flex-wrap items-center gap-1.5">
          <Input
            aria-label="Replace with"
            placeholder="Replace with"
            value={words}
            onChange={({ target }) => setWords(target.value)}
            className="h-8 min-w-32 flex-1"
          />
          <Button variant="outline" size="sm" onClick={() => replaceOne(editor, words)}>
            Replace
          </Button>
          <Button variant="outline" size="sm" onClick={all}>
            Replace all
          </Button>
        </div>
      )}
    </search>
  );
}

type ToolProps = { name: string; onClick: () => void; children: ReactNode };

function Tool({ name, onClick, children }: ToolProps) {
  return (
    <Button variant="ghost" size="icon" className="size-8" aria-label={name} onClick={onClick}>
      {children}
    </Button>
  );
}
