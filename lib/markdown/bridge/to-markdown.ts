import type { Node } from "@tiptap/pm/model";
import { inlineMarkdown } from "./inline-to-markdown";
import { isList, isUnderlined } from "./joining";
import { remembering } from "./remembering";
import { nodes } from "./schema";
import { settled } from "./settled";

/**
 * Where blocks stand: the mark of the item that they begin, whether they stand close together, and
 * whether the first of them follows another line of its paragraph.
 */
type Setting = { marker?: string; isTight?: boolean; isUnder?: boolean };

/** The Markdown of a document. Reading it gives the same document, in the form that `settled` gives. */
export function markdownOf(doc: Node): string {
  const markdown = blocksMarkdown(settled(doc));
  return markdown === "" ? "" : `${markdown}\n`;
}

function blocksMarkdown(parent: Node, setting: Setting = {}): string {
  let written = "";
  let marker: string | undefined;
  for (const [index, block] of parent.children.entries()) {
    const before = parent.maybeChild(index - 1);
    const after = parent.maybeChild(index + 1);
    if (index > 0) written += setting.isTight ? "\n" : "\n\n";
    if (isList(block)) {
      const outside = index === 0 ? setting.marker : undefined;
      const beside = [isList(before) ? marker : undefined, outside];
      const taken = [...beside, ...rawMarkers(before), ...rawMarkers(after)];
      marker = markerOf(block, taken);
      written += rememberedList(block, marker);
    } else if (block.type === nodes.horizontalRule) {
      const isUnder = before?.type === nodes.paragraph && setting.isTight;
      written += isUnder || (index === 0 && setting.marker === "-") ? "***" : "---";
    } else if (block.type === nodes.paragraph) {
      const isUnder = index === 0 && setting.isUnder;
      written += isUnder ? inlineMarkdown(block.children, { isUnder }) : textMarkdown(block);
    } else written += blockMarkdown(block);
  }
  return written;
}

/** The marks of lists that the editor does not know, which a list beside them must not share. */
function rawMarkers(block: Node | null): (string | undefined)[] {
  if (!block || block.type !== nodes.rawBlock) return [];
  const lines = String(block.attrs.source).matchAll(
    /^ {0,3}(?:\d{1,9}(?=[.)]))?([-+*.)])(?=\s|$)/gm,
  );
  return Array.from(lines, ([, marker]) => marker);
}

function markerOf(list: Node, taken: (string | undefined)[]): string {
  const [usual, ...others] = list.type === nodes.orderedList ? [".", ")"] : ["-", "*", "+"];
  return [usual, ...others].find((marker) => !taken.includes(marker)) ?? usual ?? "-";
}

const listsByMarker = remembering((_: Node) => new Map<string, string>());

function rememberedList(list: Node, marker: string): string {
  const known = listsByMarker(list);
  const written = known.get(marker) ?? listMarkdown(list, marker);
  known.set(marker, written);
  return written;
}

function listMarkdown(list: Node, marker: string): string {
  const start = Number(list.attrs.start ?? 1);
  const isOrdered = list.type === nodes.orderedList;
  return list.children
    .map((item, index) => {
      const bullet = isOrdered ? `${Math.min(start + index, 999_999_999)}${marker}` : marker;
      const content = blocksMarkdown(item, { marker, isTight: item.attrs.spread !== true });
      if (item.type === nodes.taskItem) return taskMarkdown(bullet, item, content);
      return content === "" ? bullet : `${bullet} ${indented(content, bullet.length + 1)}`;
    })
    .join(list.attrs.spread === true ? "\n\n" : "\n");
}

function taskMarkdown(bullet: string, item: Node, content: string): string {
  const box = item.attrs.checked === true ? "[x]" : "[ ]";
  const words = item.firstChild?.childCount === 0 ? `&#x20;${content}` : content;
  return `${bullet} ${box} ${indented(words, bullet.length + 1)}`;
}

function indented(text: string, size: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${" ".repeat(size)}`);
}

const textMarkdown = remembering((paragraph: Node) => inlineMarkdown(paragraph.children));

const blockMarkdown = remembering((block: Node): string => {
  switch (block.type) {
    case nodes.heading:
      return headingMarkdown(block);
    case nodes.blockquote:
      return quoteMarkdown(block);
    case nodes.table:
      return tableMarkdown(block);
    case nodes.codeBlock:
      return codeMarkdown(block.attrs.language, block.attrs.meta, block.textContent);
    case nodes.liveBlock:
      return codeMarkdown(block.attrs.kind, block.attrs.meta, "");
    default:
      return String(block.attrs.source);
  }
});

function headingMarkdown(heading: Node): string {
  const level = Number(heading.attrs.level);
  if (isUnderlined(heading)) {
    return `${inlineMarkdown(heading.children)}\n${level === 1 ? "===" : "---"}`;
  }
  const options = { isOneLine: true, isHeading: true };
  const content = inlineMarkdown(heading.children, options);
  return content === "" ? "#".repeat(level) : `${"#".repeat(level)} ${content}`;
}

function quoteMarkdown(quote: Node): string {
  const content = blocksMarkdown(quote, { isUnder: quote.attrs.alert !== null });
  const alert = quote.attrs.alert ? `[!${String(quote.attrs.alert).toUpperCase()}]` : "";
  const gap = quote.firstChild?.type === nodes.paragraph ? "\n" : "\n\n";
  const text = alert && content ? `${alert}${gap}${content}` : alert || content;
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function codeMarkdown(language: unknown, meta: unknown, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const name = codeInfo(language).replaceAll(" ", "&#x20;");
  const info = meta ? `${name} ${codeInfo(meta)}` : name;
  return `${fence}${info}\n${text === "" ? "" : `${text}\n`}${fence}`;
}

function codeInfo(words: unknown): string {
  return String(words ?? "")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/&(?=#|[A-Za-z])/g, "\\&")
    .replaceAll("`", "&#x60;");
}

const cellMarkdown = remembering((words: Node) =>
  inlineMarkdown(words.children, { isOneLine: true, isInCell: true }),
);

const RULES: Record<string, string> = { left: ":--", center: ":-:", right: "--:" };

function tableMarkdown(table: Node): string {
  const rows = table.children.map((row) =>
    rowMarkdown(row.children.map((cell) => (cell.firstChild ? cellMarkdown(cell.firstChild) : ""))),
  );
  const cells = table.firstChild?.children ?? [];
  const rule = rowMarkdown(cells.map((cell) => RULES[String(cell.attrs.align)] ?? "---"));
  return rows.toSpliced(1, 0, rule).join("\n");
}

function rowMarkdown(cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}
