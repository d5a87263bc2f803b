// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { sharedText } from "@/components/postmortems/live/shared-text";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";
import { changeTo } from "@/lib/postmortem-text/change";
import { textOf } from "@/lib/postmortem-text/document";

const MARKDOWN = "## Summary\n\nIt broke.\n\n- One\n- Two\n";

let open: Editor | undefined;
afterEach(() => open?.destroy());

function opened() {
  const doc = new Y.Doc();
  changeTo(doc, MARKDOWN);
  const before = Y.encodeStateVector(doc);
  open = new Editor({
    element: document.createElement("div"),
    injectCSS: false,
    extensions: [...bridgeExtensions(), ...sharedText(doc)],
  });
  return { doc, before, editor: open };
}

describe("a shared text", () => {
  test("is shown at once, and not written in by that", () => {
    const { doc, before, editor } = opened();
    expect(editor.getText({ blockSeparator: "\n" })).toContain("It broke.");
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test("is not made anew when a plugin comes or goes", () => {
    const { editor } = opened();
    const { doc } = editor.state;
    const key = new PluginKey("passing");
    editor.registerPlugin(new Plugin({ key }));
    expect(editor.state.doc).toBe(doc);
    editor.unregisterPlugin(key);
    expect(editor.state.doc).toBe(doc);
  });

  test("follows what is written on either side after that", () => {
    const { doc, editor } = opened();
    editor.registerPlugin(new Plugin({}));
    editor.view.dispatch(editor.state.tr.insertText("Oh. ", 10));
    expect(textOf(doc)).toContain("Oh. It broke.");
    changeTo(doc, MARKDOWN.replace("Two", "Three"));
    expect(editor.getText({ blockSeparator: "\n" })).toContain("Three");
  });

  test("keeps every block but the one that is written in", () => {
    const { editor } = opened();
    const [heading, paragraph, list] = editor.state.doc.children;
    editor.view.dispatch(editor.state.tr.insertText("Oh. ", 10));
    const after = editor.state.doc.children;
    expect(after[0]).toBe(heading);
    expect(after[1]).not.toBe(paragraph);
    expect(after[2]).toBe(list);
  });
});
