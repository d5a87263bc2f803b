const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>|&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const LINES = new Set(["div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"]);
const PARAGRAPHS = new Set(["p", "ul", "ol", "table"]);
const SILENT = new Set("b i u em strong small code span var sup sub".split(" "));

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
  let written: Written = { text: "", href: undefined };
  let end = 0;
  let hasTags = false;
  for (const match of html.matchAll(TOKEN)) {
    const [token, slash, tag, attributes = "", character = ""] = match;
    written.text += html.slice(end, match.index);
    end = match.index + token.length;
    if (tag === undefined) written.text += characterOf(character) ?? token;
    else {
      hasTags = true;
      const name = tag.toLowerCase();
      written = withTag(written, { name, attributes, token, isEnd: slash === "/" });
      if (name === "br" && html[end] === "\n") end += 1;
    }
  }
  const text = written.text + html.slice(end);
  return hasTags ? text.replaceAll(/\n{3,}/g, "\n\n").trim() : text;
}

/** What was read so far, and where the link leads that has begun. */
type Written = { text: string; href: string | undefined };
type Tag = { name: string; attributes: string; token: string; isEnd: boolean };

function withTag({ text, href }: Written, { name, attributes, token, isEnd }: Tag): Written {
  if (name === "a") {
    if (!isEnd) return { text, href: hrefOf(attributes) };
    const isTold = href === undefined || text.endsWith(href);
    return { text: isTold ? text : `${text} (${href})`, href: undefined };
  }
  if (name === "br") return { text: `${text}\n`, href };
  if (name === "li") return { text: isEnd ? text : `${broken(text, 1)}- `, href };
  if (LINES.has(name)) return { text: broken(text, 1), href };
  if (PARAGRAPHS.has(name)) return { text: broken(text, 2), href };
  return { text: SILENT.has(name) ? text : text + token, href };
}

/** A text that ends with at least so many line breaks, unless it has not begun. */
function broken(text: string, count: number): string {
  const breaks = /\n*$/.exec(text.slice(-count))?.[0].length ?? 0;
  return text === "" ? text : text + "\n".repeat(count - breaks);
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
