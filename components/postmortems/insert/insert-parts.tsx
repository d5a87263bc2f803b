"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import type { BlockData } from "@/lib/domain/live-block";
import { deskOf } from "./desk";
import { FindBar } from "./find-bar";
import { PictureDialog } from "./picture-dialog";
import { TIMELINE_FILTER } from "./timeline-panel";
import { PICTURE_KINDS } from "./upload";

type InsertPartsProps = {
  editor: Editor;
  blocks: BlockData;
  onPanel: (name: "Timeline" | "Actions") => void;
};

/** Does what the text asks for around it: pictures, panels and finding words. */
export function InsertParts({ editor, blocks, onPanel }: InsertPartsProps) {
  const [pictures, setPictures] = useState<File[]>([]);
  const [done, setDone] = useState(0);
  const [isFinding, setFinding] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const picture = pictures[done];

  useEffect(() => deskOf(editor).show(blocks), [editor, blocks]);

  useEffect(() => {
    deskOf(editor).serve({
      addPictures: (files) => setPictures((before) => [...before, ...files]),
      choosePictures: () => chooser.current?.click(),
      openPanel: (name) => {
        onPanel(name);
        requestAnimationFrame(() => document.getElementById(TIMELINE_FILTER)?.focus());
      },
      find: () => setFinding(true),
    });
  });

  return (
    <>
      {isFinding && <FindBar editor={editor} onClose={() => setFinding(false)} />}
      <input
        ref={chooser}
        type="file"
        accept={PICTURE_KINDS}
        multiple
        hidden
        aria-label="Pictures"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          setPictures((before) => [...before, ...files]);
          target.value = "";
        }}
      />
      {picture && (
        <PictureDialog
          key={done}
          editor={editor}
          file={picture}
          onClose={() => setDone(done + 1)}
        />
      )}
    </>
  );
}
