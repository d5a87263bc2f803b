import { Extension } from "@tiptap/core";
import { Fragment, Slice, type ResolvedPos, type Schema } from "@tiptap/pm/model";
import { AllSelection, Plugin, TextSelection, type EditorState } from "@tiptap/pm/state";
import { beyondBounds } from "@/lib/markdown/bounds";
import { markdownOfNode, nodeOfMarkdown } from "../bridge-node";
import { looksLikeMarkdown } from "../markdown-paste";

/** Plain text that was written as Markdown arrives laid out, and what is copied leaves as Markdown. */
export const MarkdownPaste = Extension.create({
  name: "markdownPaste",

  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        clipboardTextParser: (text, context, isPlain, { state: { schema } }) => {
          const lines = text.replace(/\r\n?/g, "\n");
          const isMarkdown = !isPlain && looksLikeMarkdown(lines) && !beyondBounds(lines);
          return isMarkdown ? laidOut(schema, lines) : plain(schema, lines, context);
        },
        clipboardTextSerializer: (slice, { state }) => copied(slice, state),
      },
    }),
  ],
});

function laidOut(schema: Schema, markdown: string): Slice {
  return Slice.maxOpen(nodeOfMarkdown(schema, markdown).content, false);
}

/** Each line a paragraph, in the marks of the place where it is put. */
function plain(schema: Schema, text: string, context: ResolvedPos): Slice {
  const paragraphs = text.split(/\n+/).map((line) => {
    const content = line === "" ? undefined : schema.text(line, context.marks());
    return schema.node("paragraph", null, content);
  });
  return Slice.maxOpen(Fragment.from(paragraphs));
}

/** Words of one line as they are; more than that as the Markdown of it. */
function copied(slice: Slice, { doc, schema, selection }: EditorState): string {
  const { from, to, $from, $to } = selection;
  const isAcrossBlocks = selection instanceof TextSelection && !$from.sameParent($to);
  if (!isAcrossBlocks && !(selection instanceof AllSelection)) {
    return slice.content.textBetween(0, slice.content.size, "\n");
  }
  return markdownOfNode(
    schema.topNodeType.create(null, doc.slice(from, to, true).content),
  ).trimEnd();
}
