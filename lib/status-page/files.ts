import { rollUp } from "@/lib/domain/roll-up";
import {
  isActive,
  isMaintenance,
  type Site,
  type SiteComponent,
  type SiteEntry,
} from "@/lib/domain/site";
import { badgeSvg, componentBadge, type Badge, type BadgeTheme } from "./badge";
import { entryJson, entryMarkdown } from "./entry-texts";
import { componentFeeds, entryFeeds, pageFeeds } from "./feed-files";
import { dataFile as data, TYPES, type SiteFile } from "./file";
import { maintenanceCalendar } from "./maintenance-calendar";
import { v2Newest, v2Older, type OlderPage } from "./v2";

const THEMES: BadgeTheme[] = ["auto", "light", "dark"];

/** Every file of the public site but its pages: a pure function of what the site is. */
export const dataFiles = (site: Site): SiteFile[] => [
  ...wholeFiles(site),
  ...v2Older(site).map(olderFile),
  ...[...site.incidents, ...site.maintenances].flatMap((entry) => entryFiles(site, entry)),
  ...site.components.flatMap((component) => componentFiles(site, component)),
];

/** What tells of the whole site. */
export const wholeFiles = (site: Site): SiteFile[] => [
  ...[...v2Newest(site)].map(([path, answer]) => v2File(path, answer)),
  ...pageFeeds(site),
  data("maintenance.ics", TYPES.calendar, maintenanceCalendar(site, site.maintenances)),
  ...badgeFiles("badge", pageBadge(site)),
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
export const componentFiles = (site: Site, component: SiteComponent): SiteFile[] => [
  ...componentFeeds(site, component),
  ...badgeFiles(`components/${component.id}/badge`, componentBadge(site, component)),
];

const json = (path: string, value: object): SiteFile =>
  data(path, TYPES.json, JSON.stringify(value));

function v2File(path: string, answer: object): SiteFile {
  const [name, query] = path.split("?");
  return json(`api/v2/${name}.json${query === undefined ? "" : `?${query}`}`, answer);
}

/** A later page of a list of the Statuspage API. */
export const olderFile = ({ path, answer }: OlderPage): SiteFile => v2File(path, answer());

function pageBadge({ page, components, incidents }: Site): Badge {
  const leaves = components.filter(({ isGroup }) => !isGroup);
  const { indicator, description } = rollUp(leaves, incidents.filter(isActive));
  return { label: page.name, words: description, state: indicator };
}

/** A badge in the colours of the reader's system, in light and in dark ones. */
const badgeFiles = (path: string, badge: Badge): SiteFile[] =>
  THEMES.map((theme) =>
    data(`${path}${theme === "auto" ? "" : `-${theme}`}.svg`, TYPES.svg, badgeSvg(badge, theme)),
  );
