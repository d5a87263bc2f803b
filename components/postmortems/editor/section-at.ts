import type { Node } from "@tiptap/pm/model";

const LONGEST = 200;

/** The heading under which a place of a text stands; `undefined` before the first. */
export function sectionAt(doc: Node, place: number): string | undefined {
  let section: string | undefined;
  doc.forEach((block, start) => {
    if (block.type.name === "heading" && start <= place) section = block.textContent.trim();
  });
  return section?.slice(0, LONGEST) || undefined;
}
