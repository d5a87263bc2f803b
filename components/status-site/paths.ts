import type { Site } from "@/lib/domain/site";

/** A path on the page's own host: links hold under whatever name readers reach it. */
export function pathTo({ page }: Site, path = ""): string {
  const base = baseOf(page.url);
  return path === "" ? base || "/" : `${base}/${path}`;
}

/** What stands after the host of an address, without a slash at the end. */
const baseOf = (url: string): string => url.replace(/^[a-z]+:\/\/[^/]*/, "").replace(/\/$/, "");

/** The path of a page, which keeps the zone that its reader chose. */
export function pageTo(site: Site, path = ""): string {
  const { chosenZone } = site.page;
  if (chosenZone === undefined) return pathTo(site, path);
  const [place = "", anchor] = path.split("#", 2);
  const query = `?zone=${encodeURIComponent(chosenZone)}`;
  return `${pathTo(site, place)}${query}${anchor === undefined ? "" : `#${anchor}`}`;
}
