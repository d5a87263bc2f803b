import { mergeAttributes, Node } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Heading } from "@tiptap/extension-heading";
import { kept } from "./attributes";
import { ALERTS, LIVE_KINDS, oneOf } from "./names";

/** A page has one title, which is not the text's: its first level is told as the second. */
export const BridgeHeading = Heading.extend({
  renderHTML({ node, HTMLAttributes }) {
    const level = Number(node.attrs.level);
    const told = level === 1 ? { "aria-level": "2" } : {};
    return [`h${level}`, mergeAttributes(HTMLAttributes, told), 0];
  },
});

export const BridgeQuote = Blockquote.extend({
  addAttributes() {
    return {
      alert: kept("alert", null, (element) =>
        oneOf(ALERTS, element.getAttribute("data-alert") ?? ""),
      ),
    };
  },
});

export const BridgeCodeBlock = CodeBlock.extend({
  addAttributes() {
    return { ...this.parent?.(), meta: kept("meta", null) };
  },
});

/** Markdown that the editor does not know, kept to the letter. */
export const RawBlock = Node.create({
  name: "rawBlock",
  group: "block",
  atom: true,
  defining: true,
  addAttributes() {
    return { source: kept("source", "") };
  },
  parseHTML() {
    return [{ tag: "pre[data-raw][data-source]", priority: 60 }];
  },
  renderHTML({ node, HTMLAttributes }) {
    return ["pre", mergeAttributes(HTMLAttributes, { "data-raw": "" }), String(node.attrs.source)];
  },
  renderText: ({ node }) => String(node.attrs.source),
});

/** A part of the record shown within the text, as it stands whenever the text is read. */
export const LiveBlock = Node.create({
  name: "liveBlock",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      kind: kept("kind", "timeline", (element) =>
        oneOf(LIVE_KINDS, element.getAttribute("data-kind") ?? ""),
      ),
      meta: kept("meta", null),
    };
  },
  parseHTML() {
    return [...LIVE_KINDS].map((kind) => ({ tag: `div[data-live="${kind}"]`, attrs: { kind } }));
  },
  renderHTML({ node, HTMLAttributes }) {
    return ["div", mergeAttributes(HTMLAttributes, { "data-live": String(node.attrs.kind) })];
  },
});
