"use client";

import { Dropcursor, Gapcursor, Placeholder } from "@tiptap/extensions";
import { useEditor } from "@tiptap/react";
import { useEffect } from "react";
import { showThreads } from "@/components/postmortems/comments/comment-highlights";
import { sharedText } from "@/components/postmortems/live/shared-text";
import { SteadyCaret } from "@/components/postmortems/live/steady-caret";
import { withLiveBlocks } from "@/components/postmortems/insert/live-blocks";
import { prose } from "@/components/postmortems/prose";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";
import { partExtensions, type EditorFacts, type PanelName } from "./editor-parts";
import { Carets } from "./extensions/carets";
import { EditorKeys, type KeyActs } from "./extensions/editor-keys";
import { LinkTyping } from "./extensions/link-typing";
import { NodeViews } from "./extensions/node-views";
import { MarkdownPaste } from "./extensions/paste";
import { WayOut } from "./extensions/way-out";
import type { TextLink } from "./use-connection";

type Start = {
  link: TextLink;
  facts: EditorFacts;
  acts: KeyActs;
  openPanel: (name: PanelName) => void;
  isEditable: boolean;
};

/** How far the caret stays from the window's edges, in pixels: the page's head and the tools cover the top. */
const CLEAR_OF_BARS = { top: 132, right: 0, bottom: 48, left: 0 };

/** The editor over a text that others write in too. */
export function useTextEditor({ link, facts, acts, openPanel, isEditable }: Start) {
  const { doc, awareness } = link;

  const editor = useEditor(
    {
      extensions: [
        ...withLiveBlocks(bridgeExtensions()),
        ...sharedText(doc),
        SteadyCaret,
        Carets.configure({ awareness }),
        Placeholder.configure({ placeholder: "Write, or type / to insert something" }),
        Dropcursor.configure({ color: false, class: "drop-place" }),
        Gapcursor,
        EditorKeys.configure(acts),
        LinkTyping,
        MarkdownPaste,
        NodeViews,
        WayOut,
        ...partExtensions(facts, openPanel),
      ],
      immediatelyRender: true, // this runs in browsers only
      injectCSS: false, // the page's policy allows no styles but its own
      enablePasteRules: false, // what is pasted as plain text stays as it is
      editorProps: {
        scrollThreshold: CLEAR_OF_BARS,
        scrollMargin: CLEAR_OF_BARS,
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": "Postmortem text",
          class: prose,
        },
      },
    },
    [doc],
  );

  useEffect(() => {
    if (editor.isEditable !== isEditable) editor.setEditable(isEditable, false);
  }, [editor, isEditable]);

  useEffect(() => showThreads(editor, facts.threads), [editor, facts.threads]);

  return editor;
}
