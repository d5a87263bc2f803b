"use client";

import type { Editor } from "@tiptap/core";
import { ImagePlus, Search } from "lucide-react";
import { ToolButton } from "@/components/postmortems/editor/toolbar/tool-button";
import { deskOf } from "./desk";

/** The tools that insert a picture, and find and replace words. */
export function InsertTools({ editor }: { editor: Editor }) {
  return (
    <>
      <ToolButton
        name="Picture"
        Icon={ImagePlus}
        onClick={() => deskOf(editor).acts().choosePictures()}
      />
      <ToolButton
        name="Find and replace"
        Icon={Search}
        keys="Mod Alt F"
        onClick={() => deskOf(editor).acts().find()}
      />
    </>
  );
}
