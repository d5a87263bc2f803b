import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ComponentPage } from "@/components/status-site/component-page";
import { EntryPage } from "@/components/status-site/entry-page";
import { HistoryPage } from "@/components/status-site/history-page";
import { HomePage } from "@/components/status-site/home-page";
import { MissingPage } from "@/components/status-site/missing-page";
import type { Site, SiteComponent, SiteEntry } from "@/lib/domain/site";
import { alternateLinks } from "@/lib/status-page/alternates";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import { STYLE, STYLE_PATH } from "@/lib/status-page/style";
import type { Standing } from "./site-files";

export type Given = { site: Site } & Standing;

/** The pages that tell of the whole site, and what all pages need. */
export const wholePages = (given: Given): SiteFile[] => [
  page("", <HomePage {...given} />),
  page("history", <HistoryPage {...given} month={undefined} />),
  { ...page("404", <MissingPage site={given.site} />), status: 404 },
  { path: STYLE_PATH, type: TYPES.css, kind: "asset", body: STYLE },
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
