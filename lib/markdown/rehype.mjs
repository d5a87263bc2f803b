import { destinationOf } from "./destination.mjs";

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** Every element of a tree, each before what is inside it. */
function elementsOf(node) {
  const found = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === "element") found.push(next);
    if ("children" in next) open.push(...next.children.toReversed());
  }
  return found;
}

function textOf(node) {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Gives headings an id made of their words, so that an outline can point at them. */
export function rehypeHeadings() {
  return (root) => {
    const taken = new Map();
    for (const element of elementsOf(root)) {
      if (!HEADINGS.has(element.tagName) || element.properties.id) continue;
      const words = textOf(element).toLowerCase();
      const slug = words.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "section";
      const before = taken.get(slug) ?? 0;
      taken.set(slug, before + 1);
      element.properties.id = before === 0 ? slug : `${slug}--${before + 1}`;
    }
  };
}

/**
 * Makes links safe and images ours: a link elsewhere tells nobody where it came from, a link that may not
 * be followed becomes its text, and an image from elsewhere becomes a link to it.
 */
export function rehypeLinks() {
  return (root) => {
    for (const element of elementsOf(root)) {
      if (element.tagName === "img") limitImage(element);
      if (element.tagName === "a") limitLink(element);
    }
  };
}

function limitImage(element) {
  const { src = "", alt = "" } = element.properties;
  const destination = destinationOf(String(src));
  if (destination?.isOurs && String(src).startsWith("/")) {
    element.properties = { ...element.properties, src: destination.href, alt };
    return;
  }
  element.tagName = "a";
  element.properties = { href: src };
  element.children = [{ type: "text", value: `Image: ${alt || src}` }];
}

function limitLink(element) {
  const destination = destinationOf(String(element.properties.href ?? ""));
  if (!destination || element.properties.href === undefined) {
    element.tagName = "span";
    element.properties = {};
    return;
  }
  element.properties.href = destination.href;
  if (!destination.isOurs) element.properties.rel = ["noopener", "noreferrer", "nofollow"];
}
