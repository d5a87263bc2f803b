"use client";

import { EditorContent, type Editor } from "@tiptap/react";
import { useState } from "react";
import { InsertParts } from "@/components/postmortems/insert/insert-parts";
import { InsertTools } from "@/components/postmortems/insert/insert-tools";
import type { Anchor } from "@/lib/domain/anchor";
import { EditorDialogs, type OpenDialog } from "./editor-dialogs";
import { EditorFrame } from "./editor-frame";
import type { EditorFacts, PanelName } from "./editor-parts";
import { linkAtCaret } from "./link-edit";
import { OutlinePanel } from "./outline-panel";
import { SavedState } from "./saved-state";
import { sectionAt } from "./section-at";
import { quoteOf } from "./selected-quote";
import { SelectionBubble } from "./selection-bubble";
import { SidePanel } from "./side-panel";
import { EditorToolbar } from "./toolbar/toolbar";
import { TextNotices } from "./text-notices";
import { untilSaved } from "./until-saved";
import { useTextState, type OpenText } from "./use-connection";
import { useTextEditor } from "./use-text-editor";
import { ViewTabs } from "./view-tabs";
import { Writers } from "./writers";
import "./editor.css";

type LiveEditorProps = { facts: EditorFacts; text: OpenText };

/** The text with everything around it: tools, outline, panels, and what becomes of each change. */
export function LiveEditor({ facts, text }: LiveEditorProps) {
  const [dialog, setDialog] = useState<OpenDialog>();
  const [asked, setAsked] = useState(0);
  const [panel, setPanel] = useState<PanelName>("Timeline");
  const [quote, setQuote] = useState<Anchor>();
  const isEditable = useTextState(text, ({ kind }) => kind !== "failed");

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
  const { link } = text;
  const editor = useTextEditor({ link, facts, acts, openPanel: setPanel, isEditable });
  const toolActs = {
    onLink: () => acts.link(editor),
    onKeys: acts.help,
    onAction: () => {
      const { doc, selection } = editor.state;
      const { from, to } = selection;
      const section = sectionAt(doc, from);
      setDialog({ kind: "action", text: doc.textBetween(from, to, " "), section, end: to });
    },
    onComment: () => acts.comment(editor),
  };

  return (
    <EditorFrame
      bar={
        <>
          <ViewTabs
            incidentKey={facts.incidentKey}
            shown="Write"
            beforeLeaving={() => untilSaved(text)}
          />
          <SavedState text={text} savedAt={facts.savedAt} asked={asked} />
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
      <TextNotices text={text} />
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
  document.querySelector<HTMLElement>("[data-editor-toolbar]")?.focus();
}
