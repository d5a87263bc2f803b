// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { AllSelection } from "@tiptap/pm/state";
import { afterEach, describe, expect, test } from "vitest";
import { MarkdownPaste } from "@/components/postmortems/editor/extensions/paste";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";

const TEXT =
  "## One\n\n- **two**\n- [x](https://example.com/) <kbd>y</kbd>\n\n| a |\n| --- |\n| 1 |";

let editor: Editor;
afterEach(() => editor.destroy());

function edit(markdown: string): void {
  editor = new Editor({
    element: document.body.appendChild(document.createElement("div")),
    injectCSS: false,
    extensions: [...bridgeExtensions(), MarkdownPaste],
    content: documentOf(markdown).toJSON(),
  });
}

const copied = () => editor.view.serializeForClipboard(editor.state.selection.content()).text;

describe("what is copied", () => {
  test("is Markdown where everything is selected", () => {
    edit(TEXT);
    editor.view.dispatch(editor.state.tr.setSelection(new AllSelection(editor.state.doc)));
    expect(copied()).toBe(TEXT);
  });

  test("is Markdown where it reaches over several blocks", () => {
    edit(TEXT);
    editor.commands.setTextSelection({ from: 1, to: 10 });
    expect(copied()).toMatch(/^## One\n\n- \*\*t/);
  });

  test("is words alone within one line", () => {
    edit("Some **bold** words");
    editor.commands.setTextSelection({ from: 1, to: 16 });
    expect(copied()).toBe("Some bold words");
  });
});
