import type { Site } from "@/lib/domain/site";
import type { SiteFile } from "@/lib/status-page/file";
import type { Standing } from "@/lib/status-page/standing";
import { siteParts } from "./site-parts";

/** A page that somebody asked for in a zone of their own. */
export type Wanted = { path: string; zone: string };

/** Of which part a page is, by its path. */
const PARTS: [RegExp, (of: string) => string][] = [
  [/^()$/, () => "pages"],
  [/^(history|uptime)$/, (of) => of],
  [/^history\/([\d-]+)$/, (of) => `month ${of}`],
  [/^uptime\/([\d-]+)$/, (of) => `uptime ${of}`],
  [/^incidents\/(\w+)$/, (of) => `entry ${of}`],
  [/^components\/(\w+)$/, (of) => `component ${of}`],
];

/** A page with its times in a zone that its reader chose; `undefined` where there is no such page. */
export function zonedPage(
  site: Site,
  standing: Standing,
  { path, zone }: Wanted,
): SiteFile | undefined {
  const [name] = PARTS.flatMap(([pattern, nameOf]) => {
    const of = pattern.exec(path)?.[1];
    return of === undefined ? [] : [nameOf(of)];
  });
  if (name === undefined) return undefined;
  const zoned = { ...site, page: { ...site.page, zone, chosenZone: zone } };
  const part = siteParts(zoned, standing).find((one) => one.name === name);
  const page = part?.make().find((file) => file.path === path && file.kind === "page");
  return page && { ...page, path: `${path}?zone=${zone}` };
}
