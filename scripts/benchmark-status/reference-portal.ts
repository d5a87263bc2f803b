import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseFile, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { startServer, type OwnServer } from "@/tests/e2e/own-server";
import { referenceSite } from "@/tests/support/reference-site";
import { storeSite } from "./store-site";

const TRIES = 300;

/** Runs with a portal whose public page is the one that figures are told of; `db()` is its database. */
export async function withReferencePortal(run: (portal: OwnServer) => Promise<void>) {
  const dataDir = mkdtempSync(join(tmpdir(), "muster-benchmark-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  storeSite(referenceSite(Date.now()));
  const portal = await startServer({ DATA_DIR: dataDir, DEMO: "0", LOG_LEVEL: "error" });
  try {
    await untilPublished(portal.url);
    await run(portal);
  } finally {
    await portal.stop();
    replaceDatabase(undefined);
    rmSync(dataDir, { recursive: true });
  }
}

/** Waits until all is published: only then the portal knows what is not there. */
async function untilPublished(url: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await fetch(`${url}/status/nothing`)).status === 404) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing was published at ${url}.`);
}
