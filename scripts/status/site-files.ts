import type { Site } from "@/lib/domain/site";
import type { SiteFile } from "@/lib/status-page/file";
import { dataFiles } from "@/lib/status-page/files";
import { pageFiles } from "./pages";
import type { Rendered } from "./rendered";

/** When the files are made; and since when nothing new is known, where the database cannot be read. */
export type Standing = { now: number; staleSince: number | undefined };

/** Every file of the public site, from a site and the time alone; what was rendered before saves work. */
export const siteFiles = (
  site: Site,
  standing: Standing,
  before: Rendered = new Map(),
): SiteFile[] => [...pageFiles(site, standing, before), ...dataFiles(site)];
