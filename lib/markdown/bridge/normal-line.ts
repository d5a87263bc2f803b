import type { PhrasingContent } from "mdast";

/** What stands on a line, and under which emphases and links. */
type Run = { words: string; marks: string; isText: boolean };

/**
 * A line's content as runs of text and other things. Space has no emphasis and none stands at the edges
 * of lines; how emphases are nested makes no difference; two links in a row are two.
 */
export function normalLine(children: PhrasingContent[], isOneLine = false): unknown[] {
  const runs: Run[] = [];
  let links = 0;
  const add = (words: string, marks: string, isText: boolean) => {
    const last = runs.at(-1);
    if (last?.isText && isText && last.marks === marks) last.words += words;
    else runs.push({ words, marks, isText });
  };
  const visit = (nodes: PhrasingContent[], emphases: string[], link: string) => {
    const marks = `${[...new Set(emphases)].toSorted().join(" ")} ${link}`;
    for (const node of nodes) {
      switch (node.type) {
        case "text":
          for (const words of node.value.split(/(\s+)/)) {
            if (words === "") continue;
            const space = isOneLine ? words.replaceAll("\n", " ") : words;
            add(space, words.trim() === "" ? ` ${link}` : marks, true);
          }
          break;
        case "strong":
        case "emphasis":
        case "delete":
          visit(node.children, [...emphases, node.type], link);
          break;
        case "link":
          links += 1;
          if (node.children.length === 0) add(leaf(node), marks, false);
          visit(node.children, emphases, JSON.stringify([links, node.url, node.title || null]));
          break;
        case "break":
          if (isOneLine) add(" ", ` ${link}`, true);
          else add("break", link, false);
          break;
        default:
          add(leaf(node), marks, false);
      }
    }
  };
  visit(children, [], "");
  return trimmed(runs).map(({ words, marks, isText }) => [words, marks, isText]);
}

/** A thing that is no text, in all that it says. */
function leaf(node: PhrasingContent): string {
  switch (node.type) {
    case "inlineCode":
      return JSON.stringify([node.type, node.value.replaceAll("\n", " ")]);
    case "html":
      return JSON.stringify([node.type, node.value]);
    case "image":
      return JSON.stringify([node.type, node.url, node.title || null, node.alt ?? ""]);
    case "link":
      return JSON.stringify([node.type, node.url, node.title || null]);
    case "linkReference":
      return JSON.stringify([node.type, node.identifier, normalLine(node.children)]);
    case "imageReference":
      return JSON.stringify([node.type, node.identifier, node.alt ?? ""]);
    case "footnoteReference":
      return JSON.stringify([node.type, node.identifier]);
    default:
      return node.type;
  }
}

function trimmed(runs: Run[]): Run[] {
  const isEdge = (run: Run | undefined) => !run || run.words === "break";
  const kept = runs.map((run, index) => {
    if (!run.isText || run.marks !== " ") return run;
    let words = run.words.replace(/[ \t]*\n[ \t\n]*/g, "\n");
    if (isEdge(runs[index - 1])) words = words.replace(/^[ \t\n]+/, "");
    if (isEdge(runs[index + 1])) words = words.replace(/[ \t\n]+$/, "");
    return { ...run, words };
  });
  return kept.filter(({ words }) => words !== "");
}
