const RFC822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const HTML_LEAKS = /<(script|style|iframe)\b/i;

/** What a feed lacks of RFC 4287 or of RSS 2.0, as sentences. It needs a DOM around it. */
export function feedProblems(text: string, name: string): string[] {
  const document = new DOMParser().parseFromString(text, "application/xml");
  if (document.querySelector("parsererror")) return [`${name} is not well-formed.`];
  const problems = name.includes(".rss") ? rssProblems(document) : atomProblems(document);
  return problems.map((problem) => `${name}: ${problem}`);
}

const ATOM = "http://www.w3.org/2005/Atom";

function atomProblems(document: Document): string[] {
  const feed = document.documentElement;
  const entries = [...feed.children].filter(({ localName }) => localName === "entry");
  const updated = entries.map((entry) => Date.parse(textOf(entry, "updated") ?? ""));
  const published = entries.map((entry) => Date.parse(textOf(entry, "published") ?? ""));
  return said([
    [feed.localName === "feed" && feed.namespaceURI === ATOM, "is no Atom feed"],
    [only(feed, "author") && hasText(only(feed, "author"), "name"), "has no author"],
    [linkOf(feed, "self")?.startsWith("https:"), "has no whole address of its own"],
    ...commonProblems(feed, "the feed"),
    ...entries.flatMap((entry, i) => [
      ...commonProblems(entry, `entry ${i}`),
      [linkOf(entry, "alternate")?.startsWith("https:"), `entry ${i} has no link`] as const,
      [
        only(entry, "content")?.getAttribute("type") === "html",
        `entry ${i} has no content`,
      ] as const,
      [!HTML_LEAKS.test(textOf(entry, "content") ?? ""), `entry ${i} has active content`] as const,
    ]),
    [areDistinct(entries.map((entry) => textOf(entry, "id"))), "repeats an id"],
    [areFalling(published), "has not the newest first"],
    [
      entries.length === 0 || Date.parse(textOf(feed, "updated") ?? "") === Math.max(...updated),
      "is not as new as its newest entry",
    ],
  ]);
}

const commonProblems = (element: Element, name: string) =>
  [
    [/^tag:[^,]+,\d{4}:\S*$/.test(textOf(element, "id") ?? ""), `${name} has no tag`],
    [hasText(element, "title"), `${name} has no title`],
    [RFC3339.test(textOf(element, "updated") ?? ""), `${name} has no time`],
  ] as const;

function rssProblems(document: Document): string[] {
  const channel = only(document.documentElement, "channel");
  if (!channel) return ["has no channel"];
  const items = [...channel.children].filter(({ localName }) => localName === "item");
  return said([
    [document.documentElement.getAttribute("version") === "2.0", "is no RSS 2.0"],
    [hasText(channel, "title"), "has no title"],
    [hasText(channel, "description"), "has no description"],
    [textOf(channel, "link")?.startsWith("https:"), "has no link"],
    [RFC822.test(textOf(channel, "pubDate") ?? ""), "has no time"],
    ...items.flatMap((item, i) => [
      [hasText(item, "title"), `item ${i} has no title`] as const,
      [hasText(item, "description"), `item ${i} has no description`] as const,
      [textOf(item, "link")?.startsWith("https:"), `item ${i} has no link`] as const,
      [RFC822.test(textOf(item, "pubDate") ?? ""), `item ${i} has no time`] as const,
      [only(item, "guid")?.getAttribute("isPermaLink") === "false", `item ${i} has no id`] as const,
    ]),
    [areDistinct(items.map((item) => textOf(item, "guid"))), "repeats an id"],
  ]);
}

const said = (rules: (readonly [unknown, string])[]): string[] =>
  rules.flatMap(([holds, problem]) => (holds ? [] : [problem]));

/** The one child of a name; none where there are several. */
function only(element: Element, name: string): Element | undefined {
  const found = [...element.children].filter(
    ({ localName, prefix }) => localName === name && !prefix,
  );
  return found.length === 1 ? found[0] : undefined;
}

const textOf = (element: Element, name: string) => only(element, name)?.textContent?.trim();
const hasText = (element: Element | undefined, name: string) =>
  element !== undefined && (textOf(element, name) ?? "") !== "";

const linkOf = (element: Element, rel: string) =>
  [...element.children]
    .find((child) => child.localName === "link" && child.getAttribute("rel") === rel)
    ?.getAttribute("href");

const areDistinct = (ids: (string | undefined)[]) => new Set(ids).size === ids.length;
const areFalling = (times: number[]) => times.every((at, i) => at <= (times[i - 1] ?? Infinity));
