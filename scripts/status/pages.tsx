import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ComponentPage } from "@/components/status-site/component-page";
import { EntryPage } from "@/components/status-site/entry-page";
import { HistoryPage, monthsOf } from "@/components/status-site/history-page";
import { HomePage } from "@/components/status-site/home-page";
import { MissingPage } from "@/components/status-site/missing-page";
import type { Site } from "@/lib/domain/site";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import { STYLE, STYLE_PATH } from "@/lib/status-page/style";
import type { Standing } from "./site-files";

/** The pages of the public site, as documents that need no script, and their style. */
export function pageFiles(site: Site, standing: Standing): SiteFile[] {
  const given = { site, ...standing };
  return [
    page("", <HomePage {...given} />),
    page("history", <HistoryPage {...given} month={undefined} />),
    ...monthsOf(site).map((month) =>
      page(`history/${month}`, <HistoryPage {...given} month={month} />),
    ),
    ...[...site.incidents, ...site.maintenances].map((entry) =>
      page(`incidents/${entry.id}`, <EntryPage {...given} entry={entry} />),
    ),
    ...site.components.map((component) =>
      page(`components/${component.id}`, <ComponentPage {...given} component={component} />),
    ),
    { ...page("404", <MissingPage site={site} />), status: 404 },
    { path: STYLE_PATH, type: TYPES.css, kind: "asset", body: STYLE },
  ];
}

const page = (path: string, document: ReactNode): SiteFile => ({
  path,
  type: TYPES.html,
  kind: "page",
  body: `<!doctype html>${renderToStaticMarkup(document)}`,
});
