"use client";

import { EditorContent, type Editor } from "@tiptap/react";
import { useState } from "react";
import { InsertParts } from "@/components/postmortems/insert/insert-parts";
import { InsertTools } from "@/components/postmortems/insert/insert-tools";
import { Alert, AlertDescription } from "@/components/ui/alert";
import type { Anchor } from "@/lib/domain/anchor";
import { EditorDialogs, type OpenDialog } from "./editor-dialogs";
import { EditorFrame } from "./editor-frame";
import type { EditorFacts, PanelName } from "./editor-parts";
import { linkAtCaret } from "./link-edit";
import { OrphanNotice } from "./orphan-notice";
import { OutlinePanel } from "./outline-panel";
import { SavedState } from "./saved-state";
import type { LiveState } from "./saved-text";
import { quoteOf } from "./selected-quote";
import { SelectionBubble } from "./selection-bubble";
import { SidePanel } from "./side-panel";
import { EditorToolbar } from "./toolbar/toolbar";
import type { TextLink } from "./use-connection";
import { useTextEditor } from "./use-text-editor";
import { useUntilSaved } from "./use-until-saved";
import { ViewTabs } from "./view-tabs";
import { Writers } from "./writers";
import "./editor.css";

type LiveEditorProps = { facts: EditorFacts; link: TextLink; state: LiveState };

/** The text with everything around it: tools, outline, panels, and what becomes of each change. */
export function LiveEditor({ facts, link, state }: LiveEditorProps) {
  const [dialog, setDialog] = useState<OpenDialog>();
  const [asked, setAsked] = useState(0);
  const [panel, setPanel] = useState<PanelName>("Timeline");
  const [quote, setQuote] = useState<Anchor>();
  const untilSaved = useUntilSaved(state);

  const acts = {
    link: (editor: Editor) => setDialog({ kind: "link", link: linkAtCaret(editor) }),
    comment: (editor: Editor) => {
      const { from, to } = editor.state.selection;
      setQuote(quoteOf(editor.state.doc, from, to));
      setPanel("Comments");
    },
    save: () => setAsked((times) => times + 1),
    help: () => setDialog({ kind: "keys" }),
    toolbar: focusToolbar,
  };
  const isEditable = state.kind !== "failed";
  const editor = useTextEditor({ link, facts, acts, openPanel: setPanel, isEditable });
  const toolActs = {
    onLink: () => acts.link(editor),
    onKeys: acts.help,
    onAction: () => {
      const { from, to } = editor.state.selection;
      setDialog({ kind: "action", text: editor.state.doc.textBetween(from, to, " "), end: to });
    },
    onComment: () => acts.comment(editor),
  };

  return (
    <EditorFrame
      bar={
        <>
          <ViewTabs incidentKey={facts.incidentKey} shown="Write" beforeLeaving={untilSaved} />
          <SavedState state={{ savedAt: facts.savedAt, ...state }} asked={asked} />
          <Writers awareness={link.awareness} />
        </>
      }
      toolbar={
        <EditorToolbar editor={editor} {...toolActs}>
          <InsertTools editor={editor} />
        </EditorToolbar>
      }
      outline={<OutlinePanel editor={editor} />}
      side={
        <SidePanel
          {...facts}
          editor={editor}
          shown={panel}
          onShow={setPanel}
          quote={quote}
          onQuoteDone={() => setQuote(undefined)}
        />
      }
    >
      {state.kind === "failed" && (
        <Alert variant="warning" role="alert" className="mb-6">
          <AlertDescription>
            {state.reason} The text is here to be read only; what you wrote is kept on this device.
          </AlertDescription>
        </Alert>
      )}
      {state.orphan !== undefined && (
        <OrphanNotice text={state.orphan} onForget={link.forgetOrphan} />
      )}
      <InsertParts editor={editor} blocks={facts.blocks} onPanel={setPanel} />
      <EditorContent editor={editor} className="postmortem-editor" />
      <SelectionBubble editor={editor} {...toolActs} />
      <EditorDialogs
        editor={editor}
        facts={facts}
        open={dialog}
        onClose={() => setDialog(undefined)}
      />
    </EditorFrame>
  );
}

function focusToolbar() {
  document.querySelector<HTMLElement>("[data-editor-toolbar] [tabindex='0']")?.focus();
}
