import type { Site } from "@/lib/domain/site";
import type { SiteFile } from "@/lib/status-page/file";
import type { Standing } from "@/lib/status-page/standing";
import { siteParts } from "./site-parts";

/** Every file of the public site, from a site and the time alone. */
export const siteFiles = (site: Site, standing: Standing): SiteFile[] =>
  siteParts(site, standing).flatMap(({ make }) => make());
