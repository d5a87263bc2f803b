import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { keptBackups } from "@/lib/domain/backup-keeping";
import { parsedJson } from "@/lib/json";
import { manifestShape, type Manifest } from "./manifest";

const NAME = /^muster-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.json$/;

/** The name of a backup's file, and with another ending of its manifest: in order of time. */
export const backupName = (at: number, ending: "db" | "json" = "db") =>
  `muster-${new Date(at).toISOString().replaceAll(":", "-")}.${ending}`;

export type Backup = Manifest & { path: string; at: string };

/** The backups of a folder, newest first; a file without its manifest was not finished, and is none. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .toSorted()
    .toReversed()
    .flatMap((name) => {
      const manifest = readManifest(join(folder, name));
      const path = manifest && join(folder, manifest.file);
      return manifest && path && existsSync(path) ? [{ ...manifest, path }] : [];
    });
}

/** The same for somebody who looks; of a folder that cannot be read, why not. */
export function lookAtBackups(folder: string): { backups: Backup[]; problem?: string } {
  try {
    return { backups: listBackups(folder) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { backups: [], problem: `The folder cannot be read: ${why}.` };
  }
}

/** What stands beside a backup, where something does. */
export function readManifest(path: string): Manifest | undefined {
  if (!existsSync(path)) return undefined;
  return manifestShape.safeParse(parsedJson(readFileSync(path, "utf8"))).data;
}

/** The manifest's place beside a backup. */
export const manifestOf = (path: string) => path.replace(/\.db$/, ".json");

/** Removes the backups whose time is over, and what a backup that was killed left; answers how many went. */
export function thinOut(folder: string): number {
  const backups = listBackups(folder);
  const kept = keptBackups(backups.map(({ at }) => Date.parse(at)));
  const over = backups.filter(({ at }) => !kept.has(Date.parse(at)));
  for (const { path } of over) {
    rmSync(manifestOf(path)); // first: a backup without its manifest is none
    rmSync(path);
  }
  return over.length;
}

/** Removes what backups that were killed left. Nobody else may be making one. */
export function sweepDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^muster-.*\.draft(?:-journal|-wal|-shm)?$/.test(name)) rmSync(join(folder, name));
  }
}

const DAY = 86_400_000;

/** Removes what tries to restore left that were killed a day ago or more. */
export function sweepTries(folder: string, now: number): void {
  const old = readdirSync(folder)
    .filter((name) => name.startsWith(TRY))
    .map((name) => join(folder, name))
    .filter((path) => now - statSync(path).mtimeMs > DAY);
  for (const path of old) rmSync(path, { recursive: true, force: true });
}

/** How the folder begins in which a restore is tried out. */
export const TRY = ".drill-";
