import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ApiPage } from "@/components/status-site/api-page";
import { ComponentPage } from "@/components/status-site/component-page";
import { EmbedPage } from "@/components/status-site/embed-page";
import { EntryPage } from "@/components/status-site/entry-page";
import { HistoryPage } from "@/components/status-site/history-page";
import { HomePage } from "@/components/status-site/home-page";
import { GonePage, MissingPage } from "@/components/status-site/missing-page";
import { UptimeMonthPage, UptimePage } from "@/components/status-site/uptime-page";
import { ZonesPage } from "@/components/status-site/zones-page";
import type { Site, SiteComponent, SiteEntry } from "@/lib/domain/site";
import { alternateLinks } from "@/lib/status-page/alternates";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import { REFRESH, REFRESH_PATH } from "@/lib/status-page/refresh";
import type { Standing } from "@/lib/status-page/standing";
import { STYLE, STYLE_PATH } from "@/lib/status-page/style";
import { PICTURE_FILES } from "./pictures";

export type Given = { site: Site } & Standing;

/** How all is now. */
export const wholePages = (given: Given): SiteFile[] => [
  page("", <HomePage {...given} />),
  { ...page("embed", <EmbedPage {...given} />), isEmbeddable: true },
];

/** What is the same whatever happens. */
export const steadyPages = ({ site }: Pick<Given, "site">): SiteFile[] => [
  page("zones", <ZonesPage site={site} />),
  { ...page("404", <MissingPage site={site} />), status: 404 },
];

/** How programs read the site. */
export const apiPages = (site: Site): SiteFile[] => [page("api", <ApiPage site={site} />)];

/** What all pages need, and what depends on nothing. */
export const assetFiles = (): SiteFile[] => [
  { path: STYLE_PATH, type: TYPES.css, kind: "asset", body: STYLE },
  { path: REFRESH_PATH, type: TYPES.script, kind: "asset", body: REFRESH },
  ...PICTURE_FILES,
];

/** The uptime of every component. */
export const uptimePages = (given: Given): SiteFile[] => [
  page("uptime", <UptimePage {...given} />),
];

/** A month of uptime, of every component. */
export const uptimeMonthPages = (given: Given, month: string): SiteFile[] => [
  page(`uptime/${month}`, <UptimeMonthPage {...given} month={month} />),
];

const FORMS = ["", ".json", ".md", ".atom", ".rss"];

/** What stands at every address of an incident that was taken off the page. */
export const gonePages = ({ site }: Given, id: string): SiteFile[] =>
  FORMS.map((ending) => ({
    ...page(`incidents/${id}${ending}`, <GonePage site={site} />),
    status: 410,
  }));

/** What was announced lately. */
export const historyPages = (given: Given): SiteFile[] => [
  page("history", <HistoryPage {...given} month={undefined} />),
];

/** What was announced in a month; of all else it says only which months there are. */
export const monthPages = (given: Given, month: string): SiteFile[] => [
  page(`history/${month}`, <HistoryPage {...given} month={month} />),
];

/** An incident or maintenance; the site holds that one and the components that it touched alone. */
export const entryPages = (given: Given, entry: SiteEntry): SiteFile[] => [
  {
    ...page(`incidents/${entry.id}`, <EntryPage {...given} entry={entry} />),
    link: alternateLinks(given.site, entry),
  },
];

/** A component; the site holds it, its group or members, and what touched it. */
export const componentPages = (given: Given, component: SiteComponent): SiteFile[] => [
  page(`components/${component.id}`, <ComponentPage {...given} component={component} />),
];

const page = (path: string, document: ReactNode): SiteFile => ({
  path,
  type: TYPES.html,
  kind: "page",
  body: `<!doctype html>${renderToStaticMarkup(document)}`,
});
