import { rollUp } from "@/lib/domain/roll-up";
import {
  isActive,
  isMaintenance,
  type Site,
  type SiteComponent,
  type SiteEntry,
} from "@/lib/domain/site";
import { badgeSvg, componentBadge, type Badge, type BadgeTheme } from "./badge";
import { robotsText, sitemap } from "./crawlers";
import { entryJson } from "./entry-json";
import { entryMarkdown } from "./entry-markdown";
import { componentFeeds, entryFeeds, pageFeeds } from "./feed-files";
import { dataFile as data, TYPES, type SiteFile } from "./file";
import { maintenanceCalendar } from "./maintenance-calendar";
import { openApi } from "./openapi";
import type { Standing } from "./standing";
import { v2Newest, v2Older, type OlderPage } from "./v2";
import { v3Pages, v3Summary, type V3Page } from "./v3";
import { v3Uptime } from "./v3-uptime";

const THEMES: BadgeTheme[] = ["auto", "light", "dark"];

/** Every file of the public site but its pages: a pure function of what the site is, and of the time. */
export const dataFiles = (site: Site, standing: Standing): SiteFile[] => [
  ...standingFiles(site, standing),
  ...v2Files(site),
  ...pageFeeds(site),
  ...wholeFiles(site),
  ...v2Older(site).map(olderFile),
  ...v3Pages(site).map(v3File),
  ...[...site.incidents, ...site.maintenances].flatMap((entry) => entryFiles(site, entry)),
  ...site.components.flatMap((component) => componentFiles(site, component, standing)),
];

/** What tells of the whole site, and says where it is not up to date. */
export const standingFiles = (site: Site, standing: Standing): SiteFile[] => [
  json("api/v3/summary.json", v3Summary(site, standing)),
  ...badgeFiles("badge", pageBadge(site, standing)),
];

/** The Statuspage API, but for the later pages of its lists. */
export const v2Files = (site: Site): SiteFile[] =>
  [...v2Newest(site)].map(([path, answer]) => v2File(path, answer));

/** What else tells of the whole site. */
export const wholeFiles = (site: Site): SiteFile[] => [
  data("maintenance.ics", TYPES.calendar, maintenanceCalendar(site, site.maintenances)),
  json("api/v3/openapi.json", openApi(site)),
  data("robots.txt", TYPES.text, robotsText(site)),
  data("sitemap.xml", TYPES.xml, sitemap(site)),
];

/** What tells of one incident or maintenance, and of nothing else. */
export const entryFiles = (site: Site, entry: SiteEntry): SiteFile[] => [
  json(`incidents/${entry.id}.json`, entryJson(site, entry)),
  data(`incidents/${entry.id}.md`, TYPES.markdown, entryMarkdown(site, entry)),
  ...entryFeeds(site, entry),
  ...(isMaintenance(entry)
    ? [data(`incidents/${entry.id}.ics`, TYPES.calendar, maintenanceCalendar(site, [entry]))]
    : []),
];

/** What tells of one component, its group, and what touched it. */
export const componentFiles = (
  site: Site,
  component: SiteComponent,
  { now, staleSince }: Standing,
): SiteFile[] => [
  ...componentFeeds(site, component),
  ...badgeFiles(
    `components/${component.id}/badge`,
    asLastKnown(componentBadge(site, component), staleSince),
  ),
  ...(component.isGroup
    ? []
    : [json(`api/v3/components/${component.id}/uptime.json`, v3Uptime(site, component, now))]),
];

const json = (path: string, value: object): SiteFile =>
  data(path, TYPES.json, JSON.stringify(value));

function v2File(path: string, answer: object): SiteFile {
  const [name, query] = path.split("?");
  return json(`api/v2/${name}.json${query === undefined ? "" : `?${query}`}`, answer);
}

/** A later page of a list of the Statuspage API. */
export const olderFile = ({ path, answer }: OlderPage): SiteFile => v2File(path, answer());

/** A page of a list of our own API. */
export const v3File = ({ path, answer }: V3Page): SiteFile => json(`api/v3/${path}.json`, answer());

function pageBadge({ page, components, incidents }: Site, { staleSince }: Standing): Badge {
  const leaves = components.filter(({ isGroup }) => !isGroup);
  const { indicator, description } = rollUp(leaves, incidents.filter(isActive));
  return asLastKnown({ label: page.name, words: description, state: indicator }, staleSince);
}

const asLastKnown = (badge: Badge, staleSince: number | undefined): Badge =>
  staleSince === undefined
    ? badge
    : { ...badge, words: `Last known: ${badge.words}`, state: "stale" };

/** A badge in the colours of the reader's system, in light and in dark ones. */
const badgeFiles = (path: string, badge: Badge): SiteFile[] =>
  THEMES.map((theme) =>
    data(`${path}${theme === "auto" ? "" : `-${theme}`}.svg`, TYPES.svg, badgeSvg(badge, theme)),
  );
