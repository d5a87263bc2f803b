import { Mark, mergeAttributes, Node } from "@tiptap/core";
import { Code } from "@tiptap/extension-code";
import { Image } from "@tiptap/extension-image";
import { Link } from "@tiptap/extension-link";
import { safeHref, safeSource } from "./addresses";
import { kept } from "./attributes";

export const BridgeCode = Code.extend({ excludes: "" });

/** A link. An address that may not be followed stays in the text, and leads nowhere. */
export const BridgeLink = Link.extend({
  inclusive: false,
  addAttributes() {
    return { href: { default: "" }, title: { default: null } };
  },
  parseHTML() {
    return [
      { tag: "a[data-href]", getAttrs: (element) => ({ href: element.getAttribute("data-href") }) },
      {
        tag: "a[href]",
        getAttrs: (element) => safeHref(element.getAttribute("href")) !== undefined && null,
      },
    ];
  },
  renderHTML({ mark }) {
    const href = safeHref(mark.attrs.href);
    const address = { "data-href": String(mark.attrs.href), title: mark.attrs.title };
    const rel = "noopener noreferrer nofollow";
    return ["a", mergeAttributes(address, href === undefined ? {} : { href, rel }), 0];
  },
}).configure({
  openOnClick: false,
  defaultProtocol: "https",
  isAllowedUri: (address) => safeHref(address) !== undefined,
});

/** An image. One that is not kept by the portal is not fetched. */
export const BridgeImage = Image.extend({
  addAttributes() {
    return { src: { default: "" }, alt: { default: "" }, title: { default: null } };
  },
  parseHTML() {
    return [
      {
        tag: "img[data-src]",
        getAttrs: (element) => ({ src: element.getAttribute("data-src") }),
      },
      { tag: "img[src]:not([src^='data:'])" },
    ];
  },
  renderHTML({ node }) {
    const { src, alt, title } = node.attrs;
    const source = safeSource(src);
    const shown = source === undefined ? {} : { src: source };
    return ["img", { ...shown, alt, title, "data-src": String(src) }];
  },
}).configure({ inline: true });

/** Markdown within a line that the editor does not know, kept to the letter. */
export const RawInline = Node.create({
  name: "rawInline",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes() {
    return { source: kept("source", "") };
  },
  parseHTML() {
    return [{ tag: "code[data-raw][data-source]", priority: 60 }];
  },
  renderHTML({ node, HTMLAttributes }) {
    return ["code", mergeAttributes(HTMLAttributes, { "data-raw": "" }), String(node.attrs.source)];
  },
  renderText: ({ node }) => String(node.attrs.source),
});

/** On a space: the Markdown has the end of a line here, which readers see as a space. */
export const SoftBreak = Mark.create({
  name: "softBreak",
  excludes: "",
  inclusive: false,
  parseHTML() {
    return [{ tag: "span[data-soft-break]" }];
  },
  renderHTML() {
    return ["span", { "data-soft-break": "" }, 0];
  },
});
