import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Site } from "@/lib/domain/site";

export type KeptSite = {
  site: Site;
  /** When the database last said so. */
  readAt: number;
};

/** Where what is public is kept. */
export const keptSiteFile = (dataDir: string) => join(dataDir, "status", "site.json");
const beforeFile = (dataDir: string) => join(dataDir, "status", "site-before.json");
/** The files of which one is there wherever something was public. */
export const keptSiteFiles = (dataDir: string) => [keptSiteFile(dataDir), beforeFile(dataDir)];
const readAtFile = (dataDir: string) => join(dataDir, "status", "read-at.json");

/**
 * Keeps what is public on disk, so that it can be shown when the database cannot be read; and what was kept before
 * it, should the disk lose the newest.
 */
export function keepSite(dataDir: string, { site, readAt }: KeptSite): void {
  const file = keptSiteFile(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  const text = JSON.stringify(site);
  write(`${file}.new`, `{"sum":"${sumOf(text)}","readAt":${readAt},"site":${text}}`);
  if (existsSync(file)) renameSync(file, beforeFile(dataDir));
  renameSync(`${file}.new`, file);
}

/** Notes that what is kept was still so. */
export function keepReadAt(dataDir: string, readAt: number): void {
  const file = readAtFile(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  write(`${file}.new`, JSON.stringify(readAt));
  renameSync(`${file}.new`, file);
}

/** A file that the disk has no room for leaves nothing behind. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flush: true });
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** What was public when it was last kept whole; `undefined` where nothing was. Problems are told. */
export function keptSite(dataDir: string, tell: (error: unknown) => void): KeptSite | undefined {
  for (const file of keptSiteFiles(dataDir)) {
    try {
      if (!existsSync(file)) continue;
      const kept = parsed(readFileSync(file, "utf8"));
      const isNewest = file === keptSiteFile(dataDir);
      return isNewest ? { ...kept, readAt: Math.max(kept.readAt, lastReadAt(dataDir)) } : kept;
    } catch (error) {
      tell(error);
    }
  }
  return undefined;
}

function parsed(text: string): KeptSite {
  const { sum, readAt, site } = JSON.parse(text);
  if (sumOf(JSON.stringify(site)) !== sum) throw new Error("The file is damaged.");
  return { readAt, site };
}

function lastReadAt(dataDir: string): number {
  const file = readAtFile(dataDir);
  const readAt = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return Number.isSafeInteger(readAt) ? readAt : 0;
}

const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");
