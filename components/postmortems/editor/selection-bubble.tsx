"use client";

import type { Editor } from "@tiptap/core";
import { AllSelection, TextSelection, type EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { BubbleMenu } from "@tiptap/react/menus";
import { Bold, Link, ListPlus, MessageSquarePlus, type LucideIcon } from "lucide-react";
import { Button } from "@/components/ui/button";

const PLACE = { placement: "top", offset: 8, flip: true, shift: { padding: 8 } } as const;

type Shown = { state: EditorState; view: EditorView };

const hasWords = ({ state: { selection }, view }: Shown): boolean =>
  view.editable &&
  !selection.empty &&
  (selection instanceof TextSelection || selection instanceof AllSelection);

type SelectionBubbleProps = {
  editor: Editor;
  onLink: () => void;
  onAction: (() => void) | undefined;
  onComment: (() => void) | undefined;
};

/** What one does with selected words, beside them. Each is in the toolbar too. */
export function SelectionBubble({ editor, onLink, onAction, onComment }: SelectionBubbleProps) {
  return (
    <BubbleMenu editor={editor} shouldShow={hasWords} options={PLACE} className="z-30">
      <div
        role="group"
        aria-label="Selected text"
        className="flex rounded-lg border border-border bg-popover p-1 shadow-lg"
      >
        <Act name="Bold" Icon={Bold} onAct={() => editor.chain().focus().toggleBold().run()} />
        <Act name="Link" Icon={Link} onAct={onLink} />
        {onAction && <Act name="Create action item" Icon={ListPlus} onAct={onAction} />}
        {onComment && <Act name="Comment" Icon={MessageSquarePlus} onAct={onComment} />}
      </div>
    </BubbleMenu>
  );
}

type ActProps = { name: string; Icon: LucideIcon; onAct: () => void };

function Act({ name, Icon, onAct }: ActProps) {
  return (
    <Button
      variant="ghost"
      size="sm"
      type="button"
      onClick={onAct}
      className="pointer-coarse:min-w-11"
    >
      <Icon aria-hidden />
      <span className="max-sm:sr-only">{name}</span>
    </Button>
  );
}
