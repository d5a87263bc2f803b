"use client";

import type { Editor } from "@tiptap/core";
import { CreateActionDialog } from "@/components/postmortems/causes/create-action-dialog";
import { putChip } from "@/components/postmortems/insert/put";
import type { EditorFacts } from "./editor-parts";
import { KeysDialog } from "./keys-dialog";
import type { LinkEdit } from "./link-edit";
import { LinkDialog } from "./toolbar/link-dialog";

export type OpenDialog =
  | { kind: "link"; link: LinkEdit }
  | { kind: "action"; text: string; section: string | undefined; end: number }
  | { kind: "keys" };

type EditorDialogsProps = {
  editor: Editor;
  facts: EditorFacts;
  open: OpenDialog | undefined;
  onClose: () => void;
};

/** The dialog that is open, if one is. */
export function EditorDialogs({ editor, facts, open, onClose }: EditorDialogsProps) {
  if (open?.kind === "link") {
    return <LinkDialog editor={editor} link={open.link} onClose={onClose} />;
  }
  if (open?.kind === "action") {
    return (
      <CreateActionDialog
        open
        incidentKey={facts.incidentKey}
        text={open.text}
        section={open.section}
        owners={facts.owners}
        action={facts.createAction}
        onClose={onClose}
        onCreated={({ id, href }) => {
          const end = Math.min(open.end, editor.state.doc.content.size);
          editor.commands.setTextSelection(end);
          editor.commands.insertContent(" ");
          putChip(editor, { text: `AI-${id}`, href });
        }}
      />
    );
  }
  return open?.kind === "keys" ? <KeysDialog editor={editor} onClose={onClose} /> : null;
}
