import { chmodSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { putInPlace, writeWhole } from "@/lib/backup/files";
import { backupName, manifestOf, sweepDrafts } from "@/lib/backup/folder";
import { sumOf, type Manifest } from "@/lib/backup/manifest";
import { inspectDatabase } from "./inspect";

export type MadeBackup = Manifest & { path: string };

/**
 * Copies a database, which may be in use, as it is at one moment; reads the copy whole before it counts as a
 * backup. It takes as long as that takes, so it is run by a process of its own.
 */
export function makeBackup(
  file: string,
  folder: string,
  { keys, now }: { keys: string[]; now: number },
): MadeBackup {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return alone(folder, () => {
    sweepDrafts(folder);
    const path = join(folder, backupName(now));
    const draft = `${path}.draft`;
    try {
      copyInto(file, draft);
      const manifest = manifestFor(draft, { file: backupName(now), keys, now });
      putInPlace(draft, path);
      writeWhole(manifestOf(path), `${JSON.stringify(manifest, null, 2)}\n`);
      return { ...manifest, path };
    } finally {
      rmSync(draft, { force: true });
    }
  });
}

function copyInto(file: string, draft: string): void {
  const sqlite = new Database(file, { fileMustExist: true, timeout: 30_000 });
  try {
    sqlite.prepare("VACUUM INTO ?").run(draft);
    chmodSync(draft, 0o600);
  } finally {
    sqlite.close();
  }
}

function manifestFor(
  draft: string,
  { file, keys, now }: { file: string; keys: string[]; now: number },
): Manifest {
  const { problems, schema, rows, auditHead } = inspectDatabase(draft);
  if (problems.length > 0) {
    throw new Error(`The backup is not whole, and is not kept. ${problems.join(" ")}`);
  }
  const at = new Date(now).toISOString();
  const bytes = statSync(draft).size;
  const sha256 = sumOf(draft);
  return { backup: "muster", at, file, bytes, sha256, schema, rows, auditHead, keys };
}

/** Lets one backup be made in a folder at a time. The lock goes with the process that holds it. */
function alone<T>(folder: string, run: () => T): T {
  const name = join(folder, ".muster-backups.lock");
  const lock = new Database(name, { timeout: 1000 });
  try {
    chmodSync(name, 0o600);
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch (cause) {
      throw new Error(`Another backup into ${folder} is running.`, { cause });
    }
    return run();
  } finally {
    lock.close();
  }
}
