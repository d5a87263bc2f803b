const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>|&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const LINES = new Set(["div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"]);
const PARAGRAPHS = new Set(["p", "ul", "ol", "table"]);
const SILENT = new Set([
  "b",
  "i",
  "u",
  "em",
  "strong",
  "small",
  "code",
  "span",
  "var",
  "sup",
  "sub",
]);

const CHARACTERS: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  middot: "·",
  rarr: "→",
  deg: "°",
  euro: "€",
  pound: "£",
  copy: "©",
  reg: "®",
  trade: "™",
};

/**
 * The plain text of an update's body, which Statuspage keeps as text with HTML in it: links are followed by
 * their address, paragraphs and lists stay apart. What is no tag or character of HTML stays as it is.
 */
export function bodyText(html: string): string {
  let text = "";
  let end = 0;
  let href: string | undefined;
  let hasTags = false;
  const breakLines = (count: number) => {
    const missing = count - (/\n*$/.exec(text.slice(-count))?.[0].length ?? 0);
    if (text !== "" && missing > 0) text += "\n".repeat(missing);
  };
  for (const match of html.matchAll(TOKEN)) {
    const [token, slash = "", tag, attributes = "", character] = match;
    text += html.slice(end, match.index);
    end = match.index + token.length;
    if (tag === undefined) {
      text += characterOf(character ?? "") ?? token;
      continue;
    }
    const name = tag.toLowerCase();
    hasTags = true;
    if (name === "br") {
      text += "\n";
      if (html[end] === "\n") end += 1;
    } else if (name === "a") {
      if (slash === "") href = hrefOf(attributes);
      else {
        if (href !== undefined && !text.endsWith(href)) text += ` (${href})`;
        href = undefined;
      }
    } else if (name === "li") {
      if (slash === "") {
        breakLines(1);
        text += "- ";
      }
    } else if (LINES.has(name)) breakLines(1);
    else if (PARAGRAPHS.has(name)) breakLines(2);
    else if (!SILENT.has(name)) text += token;
  }
  text += html.slice(end);
  return hasTags ? text.replaceAll(/\n{3,}/g, "\n\n").trim() : text;
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return CHARACTERS[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

function hrefOf(attributes: string): string | undefined {
  const [, double, single, bare] = HREF.exec(attributes) ?? [];
  const address = (double ?? single ?? bare)?.replaceAll("&amp;", "&").trim();
  return address !== undefined && /^(https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}
