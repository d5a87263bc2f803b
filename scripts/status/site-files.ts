import type { Site } from "@/lib/domain/site";
import type { SiteFile } from "@/lib/status-page/file";
import { siteParts } from "./site-parts";

/** When the files are made; and since when nothing new is known, where the database cannot be read. */
export type Standing = { now: number; staleSince: number | undefined };

/** Every file of the public site, from a site and the time alone. */
export const siteFiles = (site: Site, standing: Standing): SiteFile[] =>
  siteParts(site, standing).flatMap(({ make }) => make());
