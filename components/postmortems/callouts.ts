import type { Element, ElementContent, Root } from "hast";

const SIGN = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** The tree with its quotes that begin as `[!NOTE]` marked as callouts, without that sign. */
export function withCallouts(tree: Root): Root {
  return { ...tree, children: tree.children.map(called) };
}

function called<Child extends Root["children"][number]>(node: Child): Child {
  if (node.type !== "element") return node;
  const element: Element = node;
  const whole = { ...element, children: element.children.map(called) };
  return { ...node, ...(element.tagName === "blockquote" ? asCallout(whole) : whole) };
}

function asCallout(quote: Element): Element {
  const index = quote.children.findIndex(({ type }) => type === "element");
  const first = quote.children[index];
  if (first?.type !== "element" || first.tagName !== "p") return quote;
  const [text, ...rest] = first.children;
  const [sign, name] = text?.type === "text" ? (SIGN.exec(text.value) ?? []) : [];
  if (text?.type !== "text" || sign === undefined || name === undefined) return quote;

  const words: ElementContent[] = [{ ...text, value: text.value.slice(sign.length) }, ...rest];
  const isOnlySign = words.length === 1 && text.value.length === sign.length;
  const paragraphs = isOnlySign ? [] : [{ ...first, children: words }];
  return {
    ...quote,
    properties: { ...quote.properties, dataAlert: name.toLowerCase() },
    children: quote.children.toSpliced(index, 1, ...paragraphs),
  };
}
