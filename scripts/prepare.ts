import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { databaseFile, replaceDatabase } from "@/db/client";
import { loadDemoOnce } from "@/db/demo/load";
import { chainOldEntries } from "@/db/mutations/audit";
import { ensureFirstAccounts } from "@/db/mutations/first-accounts";
import { followAllTexts } from "@/db/mutations/postmortem-revisions";
import { openDatabase } from "@/db/open";
import { loadSecrets } from "@/lib/auth/secrets";
import { parseEnv, type Env } from "@/lib/env";
import { keptSiteFile, keptSiteFiles } from "@/lib/status-page/kept-site";

/**
 * Prepares a start, and prints what the server needs to know: where to listen on one line and, once the data are
 * ready, how to sign in on another. "again" comes from a server that listens already.
 */
async function prepare(): Promise<void> {
  process.umask(0o077);
  const settings = parseEnv(process.env);
  if (process.argv[2] !== "again") await assertPortIsFree(settings);
  const { host, port, baseUrl, statusUrl, dataDir } = settings;
  print({ host, port, baseUrl, statusUrl, dataDir });

  assertWritable(dataDir);
  assertNotLost(dataDir);
  const secrets = loadSecrets(dataDir);
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  chainOldEntries();
  const signIn = await ensureFirstAccounts({ ...settings, demoPassword: secrets.demoPassword });
  if (settings.demo) loadDemoOnce(Date.now());
  followAllTexts();
  replaceDatabase(undefined);
  print({ signIn });
}

const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);

/** A portal that has published something had a database: a new one in its place would be a silent loss. */
function assertNotLost(dataDir: string): void {
  const file = databaseFile(dataDir);
  if (existsSync(file) || !keptSiteFiles(dataDir).some((kept) => existsSync(kept))) return;
  throw new Error(
    `${file} is missing, and was there before. Put it back or restore a backup; to start anew, remove ${dirname(keptSiteFile(dataDir))}.`,
  );
}

function assertPortIsFree({ host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = `Port ${port} on ${host} is in use. Stop the program that has it, or choose another: PORT=${port + 1} npm start`;
      reject(
        new Error(
          error.code === "EADDRINUSE"
            ? inUse
            : `Cannot listen on ${host}:${port}: ${error.message}.`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function assertWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const probe = join(dataDir, `.writable-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch {
    throw new Error(
      `The data folder ${dataDir} cannot be written. Make it writable, or set DATA_DIR to another folder.`,
    );
  }
}

prepare().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
