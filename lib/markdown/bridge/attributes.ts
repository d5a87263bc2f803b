import type { Attribute } from "@tiptap/core";

type Read = (element: HTMLElement) => unknown;

/** An attribute that is kept in `data-…` when the document is copied as HTML. */
export function kept(name: string, initial: unknown, read?: Read): Partial<Attribute> {
  const place = `data-${name}`;
  return {
    default: initial,
    parseHTML: read ?? ((element) => element.getAttribute(place) ?? initial),
    renderHTML: (attributes) => {
      const value: unknown = attributes[name];
      return value === initial || value === null ? {} : { [place]: String(value) };
    },
  };
}

/** An attribute that is true or false. */
export function keptFlag(name: string): Partial<Attribute> {
  return kept(name, false, (element) => element.getAttribute(`data-${name}`) === "true");
}
