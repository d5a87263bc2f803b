import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { putInPlace, toDisk } from "@/lib/backup/files";
import { manifestOf, readManifest } from "@/lib/backup/folder";
import { sumOf } from "@/lib/backup/manifest";
import { inspectDatabase, type Inspected } from "./inspect";

/** A backup as it was found: read whole, and compared with what stands beside it. */
export function checkBackup(path: string): Inspected {
  const inspected = inspectDatabase(path);
  if (!existsSync(path)) return inspected;
  const manifest = readManifest(manifestOf(path));
  const problems = [...inspected.problems];
  if (manifest && manifest.sha256 !== sumOf(path)) {
    problems.push("It is not the file that its manifest tells of: the SHA-256 is another.");
  }
  if (inspected.isNewer) {
    problems.push("It was made by a newer Muster. Restore it with that version.");
  }
  return { ...inspected, problems };
}

/**
 * Puts a checked copy of a backup in a database's place. What was there, with what belongs to it, goes into a
 * folder of its own, whose path is the answer. Killed at any point, the name holds the old database or the new one.
 */
export function putBackup(backup: string, file: string, now: number): string | undefined {
  const draft = `${file}.restoring`;
  rmSync(draft, { force: true });
  copyFileSync(backup, draft);
  chmodSync(draft, 0o600);
  if (sumOf(draft) !== sumOf(backup)) throw new Error("The copy is not as the backup is.");
  try {
    const aside = existsSync(file) ? moveAside(file, now) : undefined;
    putInPlace(draft, file);
    return aside;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The journal belongs to the old database, and the heads to the old record: beside the new one both are wrong. */
function moveAside(file: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(":", "-");
  const aside = join(dirname(file), `before-restore-${stamp}`);
  mkdirSync(aside, { mode: 0o700 });
  foldJournal(file);
  keepToo(file, join(aside, basename(file)));
  for (const name of [`${basename(file)}-wal`, `${basename(file)}-shm`, "audit-heads.log"]) {
    const path = join(dirname(file), name);
    if (existsSync(path)) renameSync(path, join(aside, name));
  }
  toDisk(aside);
  return aside;
}

/** A second name for a file, or where the disk has none such a copy. */
function keepToo(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
    toDisk(name);
  }
}

/** Brings what is in the journal into the database, where it can still be read. */
function foldJournal(file: string): void {
  try {
    const sqlite = new Database(file, { fileMustExist: true });
    try {
      sqlite.pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error; // it is damaged, and goes aside as it is
  }
}
