import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { databaseFile, replaceDatabase } from "@/db/client";
import { loadDemoOnce } from "@/db/demo/load";
import { ensureFirstAccounts } from "@/db/mutations/first-accounts";
import { followAllTexts } from "@/db/mutations/postmortem-revisions";
import { openDatabase } from "@/db/open";
import { loadSecrets } from "@/lib/auth/secrets";
import { parseEnv, type Env } from "@/lib/env";

/** Prepares a start, and prints what the server needs to know as one JSON document. */
async function prepare(): Promise<void> {
  process.umask(0o077);
  const settings = parseEnv(process.env);
  await assertPortIsFree(settings);
  assertWritable(settings.dataDir);
  const secrets = loadSecrets(settings.dataDir);
  replaceDatabase(openDatabase(databaseFile(settings.dataDir)));
  const signIn = await ensureFirstAccounts({ ...settings, demoPassword: secrets.demoPassword });
  if (settings.demo) loadDemoOnce(Date.now());
  followAllTexts();
  replaceDatabase(undefined);
  const { host, port, baseUrl, statusUrl, dataDir } = settings;
  process.stdout.write(JSON.stringify({ host, port, baseUrl, statusUrl, dataDir, signIn }));
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
