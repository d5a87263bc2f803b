import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { HomePage } from "@/components/status-site/home-page";
import { MissingPage } from "@/components/status-site/missing-page";
import type { Site } from "@/lib/domain/site";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import type { Standing } from "./site-files";

/** The pages of the public site, as documents that need no script. */
export function pageFiles(site: Site, standing: Standing): SiteFile[] {
  return [
    page("", <HomePage site={site} {...standing} />),
    { ...page("404", <MissingPage site={site} />), status: 404 },
  ];
}

const page = (path: string, document: ReactNode): SiteFile => ({
  path,
  type: TYPES.html,
  kind: "page",
  body: `<!doctype html>${renderToStaticMarkup(document)}`,
});
