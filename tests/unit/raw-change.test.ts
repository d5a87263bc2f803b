import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { markdownOfNode, nodeOfMarkdown } from "@/components/postmortems/editor/bridge-node";
import { changeRaw } from "@/components/postmortems/editor/raw-change";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";

const schema = getSchema(bridgeExtensions());

/** The text after its first piece that is kept as written has another source. */
function changed(markdown: string, source: string): string {
  const state = EditorState.create({ doc: nodeOfMarkdown(schema, markdown) });
  let at = -1;
  state.doc.descendants((node, pos) => {
    if (at === -1 && node.type.name.startsWith("raw")) at = pos;
  });
  const { doc } = changeRaw(state, at, source);
  doc.check();
  return markdownOfNode(doc);
}

describe("changeRaw", () => {
  const TEXT = "Before.\n\n<div>\nraw\n</div>\n\nAfter.\n";

  test("puts what the editor does not know in its place, to the letter", () => {
    expect(changed(TEXT, "<p>\nother\n</p>")).toBe("Before.\n\n<p>\nother\n</p>\n\nAfter.\n");
  });

  test("makes real structure of what it does know", () => {
    expect(changed(TEXT, "- one\n- two")).toBe("Before.\n\n- one\n- two\n\nAfter.\n");
    expect(changed(TEXT, "## A heading")).toBe("Before.\n\n## A heading\n\nAfter.\n");
  });

  test("keeps a link's meaning, which hangs on its definition elsewhere", () => {
    const text = "See [the graph][g] now.\n\n[g]: https://example.com/a\n";
    expect(changed(text, "[the *new* graph][g]")).toBe(
      "See [the *new* graph][g] now.\n\n[g]: https://example.com/a\n",
    );
  });
});
