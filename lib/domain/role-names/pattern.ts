import type { Directory } from "./directory";

const EDGE = "[\\p{L}\\p{N}\\p{M}_]";
const MAILBOX =
  "(?:[\\p{L}\\p{N}.+'-]|\\\\?_)+(?:\\\\?@|&#x40;|&#64;)[\\p{L}\\p{N}-]+(?:\\\\?\\.[\\p{L}\\p{N}-]+)+";
const HANDLE = `(?<!${EDGE})@[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}]`;

/** Finds every name, the longest first, and whatever looks like an address or a handle. */
export function patternOf({ names, parts }: Directory): RegExp {
  const wanted = [...new Set([...names, ...parts.keys()])]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((name) => [...new Set([name, name.normalize("NFD")])].map(flexible));
  const name = wanted.length > 0 ? `|(?<!${EDGE})@?(?:${wanted.join("|")})(?!${EDGE})` : "";
  return new RegExp(`${MAILBOX}${name}|${HANDLE}`, "giu");
}

/** The name however its words are parted, across lines too, and with its marks escaped or not. */
function flexible(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word].map(flexibleSign).join(""))
    .join("[\\s>]+");
}

function flexibleSign(sign: string): string {
  if (/['’]/.test(sign)) return "(?:\\\\?'|’)";
  if (/[\p{L}\p{N}\p{M}]/u.test(sign)) return sign;
  return `\\\\?\\u{${sign.codePointAt(0)?.toString(16)}}`;
}
