import type { Site } from "@/lib/domain/site";
import { escapeXml } from "./xml";

const MOST = 50_000; // addresses that a sitemap may hold

/** What robots may look at: the page and all below it. The rest of its host is the portal's. */
export function robotsText({ page: { url } }: Site): string {
  const { pathname } = new URL(url);
  const rules = pathname === "/" ? ["Allow: /"] : [`Allow: ${pathname}`, "Disallow: /"];
  return ["User-agent: *", ...rules, `Sitemap: ${url}/sitemap.xml`, ""].join("\n");
}

/** The pages of the site for search engines, with when each last changed where that is known. */
export function sitemap({ page: { url }, components, incidents, maintenances }: Site): string {
  const entries = [...incidents, ...maintenances].toSorted((a, b) => b.updatedAt - a.updatedAt);
  const listed = [
    ...[url, `${url}/history`, `${url}/uptime`].map((address) => located(address)),
    ...entries.map(({ id, updatedAt }) => located(`${url}/incidents/${id}`, updatedAt)),
    ...components.map(({ id }) => located(`${url}/components/${id}`)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${listed.slice(0, MOST).join("\n")}
</urlset>
`;
}

function located(address: string, changedAt?: number): string {
  const changed =
    changedAt === undefined ? "" : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
  return `<url><loc>${escapeXml(address)}</loc>${changed}</url>`;
}
