import { basename, resolve } from "node:path";
import { databaseFile, replaceDatabase } from "@/db/client";
import { noteRestore } from "@/db/mutations/restore";
import { openDatabase } from "@/db/open";
import { checkBackup, putBackup } from "@/db/restore";
import { loadSecrets } from "@/lib/auth/secrets";
import { manifestOf, readManifest } from "@/lib/backup/folder";
import { keyMarks } from "@/lib/backup/manifest";
import { env } from "@/lib/env";
import { haveFolderAlone } from "../server/in-use.mjs";
import type { Io } from "./records";

/** Puts a backup in the database's place, once it was read whole and while nobody uses the folder. */
export async function runRestore([file, ...more]: string[], io: Io): Promise<number> {
  if (file === undefined || more.length > 0) {
    io.err("Usage: muster restore FILE");
    return 2;
  }
  const path = resolve(io.cwd, file);
  const { dataDir, primary } = env();
  if (primary) throw new Error("The database is on its own server: restore it there.");
  const letGo = aloneIn(dataDir);
  try {
    const { problems, auditHead } = checkBackup(path);
    for (const problem of problems) io.err(problem);
    if (problems.length > 0) return refused(io);
    const now = Date.now();
    const aside = putBackup(path, databaseFile(dataDir), now);
    if (aside !== undefined) io.err(`What was there is in ${aside}.`);
    replaceDatabase(openDatabase(databaseFile(dataDir)));
    noteRestore("command line", { file: basename(path), through: auditHead.id }, now);
    tellOfKeys(path, dataDir, io);
    io.out(`Restored ${basename(path)}. Everybody signs in again. Start Muster.`);
    return 0;
  } finally {
    replaceDatabase(undefined);
    letGo();
  }
}

function aloneIn(dataDir: string): () => void {
  try {
    return haveFolderAlone(dataDir);
  } catch (cause) {
    throw new Error(`Stop Muster first, then restore. Something uses ${dataDir}.`, { cause });
  }
}

function refused({ err }: Io): number {
  err("Nothing was changed.");
  return 1;
}

function tellOfKeys(path: string, dataDir: string, { err }: Io): void {
  const known = keyMarks(loadSecrets(dataDir));
  const needed = readManifest(manifestOf(path))?.keys ?? [];
  if (needed.every((mark) => known.includes(mark))) return;
  err(
    "secrets.json lacks a key of the time of this backup. Put back the copy from then, or older entries of the audit record cannot be checked, and second factors have to be removed.",
  );
}
