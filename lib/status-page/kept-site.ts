import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Site } from "@/lib/domain/site";

export type KeptSite = { site: Site; readAt: number };

/** Where what is public is kept. */
export const keptSiteFile = (dataDir: string) => join(dataDir, "status", "site.json");

/** Keeps what is public on disk, so that it can be shown when the database cannot be read. */
export function keepSite(dataDir: string, kept: KeptSite): void {
  const file = keptSiteFile(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(kept), { flush: true });
  renameSync(`${file}.new`, file);
}

/** What was public when it was last kept; `undefined` where nothing was. */
export function keptSite(dataDir: string): KeptSite | undefined {
  const file = keptSiteFile(dataDir);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
