import { copyFileSync, chmodSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { makeBackup } from "@/db/backup";
import { databaseFile } from "@/db/client";
import { checkBackup } from "@/db/restore";
import { loadSecrets } from "@/lib/auth/secrets";
import { listBackups, thinOut } from "@/lib/backup/folder";
import { keyMarks } from "@/lib/backup/manifest";
import { env } from "@/lib/env";
import { backupFolder } from "@/lib/operation/standing";
import { drill } from "../operation/drill";
import { FLAG, WORD } from "./verbs";
import type { Io } from "./records";

const USAGE = `Usage: muster backup [--to DIR] [--thin] [--secrets FILE]
       muster backup list [--to DIR]
       muster backup verify FILE…
       muster backup drill [--to DIR]`;

const options = { to: WORD, thin: FLAG, secrets: WORD } as const;

/** Makes a backup, lists them, reads some whole, or tries a restore out. */
export async function runBackup(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [verb, ...files] = positionals;
  const folder = folderOf(values.to, io.cwd);
  if (verb === undefined) return make(folder, values, io);
  if (verb === "list" && files.length === 0) return list(folder, io);
  if (verb === "drill" && files.length === 0) return tryOut(folder, io);
  if (verb === "verify" && files.length > 0) return verify(files, io);
  io.err(USAGE);
  return 2;
}

/** Where backups are: as the command says, else as the environment says, else in the data folder. */
function folderOf(to: string | undefined, cwd: string): string {
  return to === undefined ? backupFolder(env()) : resolve(cwd, to);
}

type Wishes = { thin?: boolean; secrets?: string };

function make(folder: string, { thin, secrets }: Wishes, { out, err, cwd }: Io): number {
  const { dataDir } = env();
  const keys = keyMarks(loadSecrets(dataDir));
  out(makeBackup(databaseFile(dataDir), folder, { keys, now: Date.now() }).path);
  if (secrets === undefined) {
    err("secrets.json is not in it. Keep a copy of that apart: muster backup --secrets FILE");
  } else {
    const copy = resolve(cwd, secrets);
    copyFileSync(join(dataDir, "secrets.json"), copy);
    chmodSync(copy, 0o600);
    err(`The secrets are in ${copy}. Who has them and a backup can forge sessions and records.`);
  }
  if (thin) err(`Backups whose time is over, removed: ${thinOut(folder)}.`);
  return 0;
}

function list(folder: string, { out }: Io): number {
  for (const { path, at, bytes, auditHead, sha256 } of listBackups(folder)) {
    out([at, path, bytes, `entry ${auditHead.id}`, sha256].join("\t"));
  }
  return 0;
}

function verify(files: string[], { out, err, cwd }: Io): number {
  const broken = files.filter((file) => {
    const { problems, auditHead } = checkBackup(resolve(cwd, file));
    for (const problem of problems) err(`${file}: ${problem}`);
    if (problems.length === 0)
      out(`${file} is whole, up to entry ${auditHead.id} of the audit record.`);
    return problems.length > 0;
  });
  return broken.length === 0 ? 0 : 1;
}

function tryOut(folder: string, { out, err }: Io): number {
  const { problems, backup, incidents } = drill(folder, Date.now());
  for (const problem of problems) err(problem);
  if (problems.length > 0) return 1;
  out(`${backup} restores: ${incidents} incidents read, and the audit record is as written.`);
  return 0;
}
