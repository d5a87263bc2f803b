import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { databaseFile } from "@/db/client";
import { listSealed } from "@/db/mutations/sealed";
import { keyIdOf } from "@/lib/auth/seal";
import { loadSecrets } from "@/lib/auth/secrets";
import { readDrill } from "@/lib/backup/last-drill";
import { judgeBackups, judgeDisk, type Finding } from "@/lib/domain/health";
import type { Env } from "@/lib/env";
import { backupFolder, standingOf } from "@/lib/operation/standing";

const PRIVATE = ["muster.db", "secrets.json", "audit-heads.log"];

/** Whether the folder can be written, and others can read nothing in it. */
export function folderFindings(dataDir: string): Finding[] {
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  const open = [dataDir, ...PRIVATE.map((name) => join(dataDir, name))].filter(
    (path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0,
  );
  if (open.length === 0) {
    return [{ check: "data folder", state: "ok", says: "It is for its owner alone." }];
  }
  const says = `Others on this machine may open it: chmod go= ${open.join(" ")}`;
  return [{ check: "data folder", state: "warning", says }];
}

export function diskFinding(dataDir: string): Finding {
  const { bavail, blocks, bsize } = statfsSync(dataDir);
  const database = statSync(databaseFile(dataDir), { throwIfNoEntry: false })?.size ?? 0;
  const space = { free: bavail * bsize, total: blocks * bsize, database };
  return { check: "disk", ...judgeDisk(space) };
}

/** Whether the keys are there that something in the database is sealed with. */
export function secretsFinding(dataDir: string): Finding {
  const known = new Set(loadSecrets(dataDir).sealKeys.map(({ id }) => id));
  const missing = [...new Set(listSealed().map(({ text }) => keyIdOf(text)))].filter(
    (id) => !known.has(id),
  );
  if (missing.length === 0) {
    return { check: "secrets", state: "ok", says: "What is sealed can be opened." };
  }
  const says = `secrets.json lacks the sealing key ${missing.join(", ")}: put back the copy that has it.`;
  return { check: "secrets", state: "problem", says };
}

export function backupFinding(settings: Env, now: number): Finding {
  const { backupDir, backupEvery, dataDir } = settings;
  const folder = backupFolder(settings);
  const { bornAt, newestBackup } = standingOf(settings, databaseFile(dataDir), now);
  const drill = readDrill(folder);
  const standing = {
    isScheduled: backupDir !== undefined,
    every: backupEvery,
    isSameDisk: deviceOf(folder) === deviceOf(dataDir),
    bornAt,
    newest: newestBackup,
    drill: drill && { at: Date.parse(drill.at), problems: drill.problems },
  };
  return { check: "backups", ...judgeBackups(standing, now) };
}

/** The disk that a folder is on, or will be once it is made. */
function deviceOf(path: string): number {
  return existsSync(path) ? statSync(path).dev : deviceOf(dirname(path));
}
