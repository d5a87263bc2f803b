import type { LiveBlock } from "../live-block";

const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g;
const BREAKS = /[\p{Cc}\p{Cs}\s]+/gu;
const ADDRESS = /:\/\/|www\.|@|mailto:|xmpp:/i;

/**
 * A record's text as one line of Markdown that shows it as it is: nothing in it becomes a heading, a
 * list, a link or HTML. Past `most` characters it is cut, with an ellipsis. Addresses become code, which
 * keeps them from being made links.
 */
export function quoted(text: string, most = 1000): string {
  const line = text.replace(REORDERING, "").replace(BREAKS, " ").trim();
  return shortened(line, most)
    .split(/([ `])/)
    .map((part) => (ADDRESS.test(part) ? `\`${part}\`` : escaped(part)))
    .join("")
    .replace(/^[#>+=-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  const characters = Array.from(line.slice(0, 2 * most + 2));
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}

function escaped(part: string): string {
  return part
    .replace(/[\\`*[\]<~|]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

/** Where a sentence comes from, in Markdown: a link to an event or a message, or a field's path. */
export type Source = string;

/** A field of the record as a source, such as `resolution.root_cause`. */
export const field = (path: string): Source => `\`${path}\``;

/** A sentence with its sources at its end. Without a source there is no sentence. */
export function fact(sentence: string, ...sources: [Source, ...Source[]]): string {
  return `${sentence.replace(/(?<![.\\])\.$/, "")} (${sources.join(", ")}).`;
}

/** What the record does not say and a person must. */
export const todo = (request: string): string => `> **TODO:** ${request}`;

/** One list, or nothing; at most `most` items, then a request to look at the rest. */
export function list(items: string[], most = 30): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, most).map((item) => `- ${item}`);
  const left = items.length - shown.length;
  const rest = left === 0 ? [] : [todo(`Go through ${left} more in the record.`)];
  return [shown.join("\n"), ...rest];
}

/** What the portal shows of the record at the moment of reading. */
export const liveBlock = (kind: LiveBlock): string => `\`\`\`${kind}\n\`\`\``;

/** True for a text that says something. */
export function isSaid(text: string | null | undefined): text is string {
  return typeof text === "string" && quoted(text) !== "";
}

export function minutes(count: number): string {
  return count === 1 ? "1 minute" : `${grouped(count)} minutes`;
}

export function grouped(count: number): string {
  return Number.isSafeInteger(count) ? count.toLocaleString("en-US") : String(count);
}
