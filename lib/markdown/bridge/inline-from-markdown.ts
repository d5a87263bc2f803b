import type { Mark, Node as DocumentNode } from "@tiptap/pm/model";
import type { Link, PhrasingContent } from "mdast";
import { marks, nodes, schema } from "./schema";
import { sourceOfPiece } from "./source";
import type { Reading } from "./tree";

/** The words of a line and what stands between them, as the editor's flat list of marked pieces. */
export function inlineOf(
  reading: Reading,
  children: PhrasingContent[],
  depth: number,
  isInCell = false,
): DocumentNode[] {
  return children.flatMap((child, index) => piecesOf(child, children[index - 1], []));

  function within(parent: { children: PhrasingContent[] }, around: Mark[]): DocumentNode[] {
    return parent.children.flatMap((child, index) =>
      piecesOf(child, parent.children[index - 1], around),
    );
  }

  function piecesOf(
    child: PhrasingContent,
    before: PhrasingContent | undefined,
    around: readonly Mark[],
  ): DocumentNode[] {
    const with_ = (mark: Mark) => [...mark.addToSet(around)];
    switch (child.type) {
      case "text":
        return textOf(child.value, around);
      case "inlineCode":
        return [schema.text(child.value.replaceAll("\n", " "), with_(marks.code.create()))];
      case "break":
        return [nodes.hardBreak.create(null, null, around)];
      case "strong":
        return within(child, with_(marks.bold.create()));
      case "emphasis":
        return within(child, with_(marks.italic.create()));
      case "delete":
        return within(child, with_(marks.strike.create()));
      case "image": {
        const attributes = { src: child.url, alt: child.alt ?? "", title: child.title || null };
        return [nodes.image.create(attributes, null, around)];
      }
      case "link": {
        const again = before?.type === "link" && isSameLink(before, child);
        if (child.children.length === 0 || again) return [raw(child, around)];
        return within(
          child,
          with_(marks.link.create({ href: child.url, title: child.title || null })),
        );
      }
      default:
        return [raw(child, around)];
    }
  }

  function raw(child: PhrasingContent, around: readonly Mark[]): DocumentNode {
    const letters = sourceOfPiece(reading, child, depth);
    const source = isInCell ? letters.replaceAll("\\|", "|") : letters;
    return nodes.rawInline.create({ source }, null, around);
  }
}

/** Text, with the ends of its lines as marked spaces. */
function textOf(value: string, around: readonly Mark[]): DocumentNode[] {
  return value.split("\n").flatMap((line, index) => {
    const words = line === "" ? [] : [schema.text(line, around)];
    if (index === 0) return words;
    return [schema.text(" ", marks.softBreak.create().addToSet(around)), ...words];
  });
}

function isSameLink(one: Link, other: Link): boolean {
  return one.url === other.url && (one.title || null) === (other.title || null);
}
