import type { Site } from "@/lib/domain/site";
import { tagOf, type FeedEntry } from "./feed-entries";
import { escapeXml } from "./xml";

export type Feed = {
  /** Where it is below the page, without an ending. */
  path: string;
  /** What is asked for there, as `?kind=incident`. */
  query?: string;
  title: string;
  /** The page that shows the same. */
  alternate: string;
  entries: FeedEntry[];
};

/** When something in a feed last changed: never the time at which somebody asks. */
const lastChange = ({ page }: Site, { entries }: Feed): number =>
  entries.length === 0
    ? page.updatedAt
    : entries.reduce((last, { updatedAt }) => Math.max(last, updatedAt), 0);

const iso = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
const rfc822 = (at: number): string => new Date(at).toUTCString();

const addressOf = ({ page }: Site, { path, query = "" }: Feed, ending: string): string =>
  escapeXml(`${page.url}/${path}.${ending}${query}`);

export function atomOf(site: Site, feed: Feed): string {
  const { path, query = "", title: name, alternate } = feed;
  const entries = feed.entries.map(
    ({ id, title, link, html, publishedAt, updatedAt }) => `  <entry>
    <id>${escapeXml(id)}</id>
    <published>${iso(publishedAt)}</published>
    <updated>${iso(updatedAt)}</updated>
    <link rel="alternate" type="text/html" href="${escapeXml(link)}"/>
    <title>${escapeXml(title)}</title>
    <content type="html">${escapeXml(html)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xml:lang="en-US" xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(tagOf(site, `/${path}${query}`))}</id>
  <link rel="alternate" type="text/html" href="${escapeXml(alternate)}"/>
  <link rel="self" type="application/atom+xml" href="${addressOf(site, feed, "atom")}"/>
  <title>${escapeXml(name)}</title>
  <updated>${iso(lastChange(site, feed))}</updated>
  <author>
    <name>${escapeXml(site.page.name)}</name>
  </author>
${entries.join("")}</feed>
`;
}

export function rssOf(site: Site, feed: Feed): string {
  const items = feed.entries.map(
    ({ id, title, link, html, publishedAt, window }) => `    <item>
      <title>${escapeXml(title)}</title>
      <description>${escapeXml(html)}</description>
      <pubDate>${rfc822(window?.from ?? publishedAt)}</pubDate>
${window ? `      <maintenanceEndDate>${rfc822(window.until)}</maintenanceEndDate>\n` : ""}      <link>${escapeXml(link)}</link>
      <guid isPermaLink="false">${escapeXml(id)}</guid>
    </item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeXml(feed.title)}</title>
    <link>${escapeXml(feed.alternate)}</link>
    <atom:link rel="self" type="application/rss+xml" href="${addressOf(site, feed, "rss")}"/>
    <description>Statuspage</description>
    <pubDate>${rfc822(lastChange(site, feed))}</pubDate>
${items.join("")}  </channel>
</rss>
`;
}
