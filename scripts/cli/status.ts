import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { databaseFile } from "@/db/client";
import { readSite } from "@/db/queries/public/site";
import { watchDatabase } from "@/db/watch";
import { env } from "@/lib/env";
import { changeFiles, writeFiles, type WholeFile } from "@/lib/status-page/write-files";
import { startPublisher } from "@/scripts/server/publisher.mjs";
import type { Change } from "@/scripts/status/press";
import { siteFiles } from "@/scripts/status/site-files";
import type { Io } from "./records";

const USAGE = "Usage: muster status export DIR [--url ADDRESS] [--watch]";
const AGAIN_AFTER = 5000;

/** Writes the whole public site as files, once or on every change. */
export async function runStatus(args: string[], { out, err, cwd }: Io): Promise<number> {
  const options = { url: { type: "string" }, watch: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [what, folder, ...more] = positionals;
  if (what !== "export" || folder === undefined || more.length > 0) {
    err(USAGE);
    return 2;
  }
  const into = resolve(cwd, folder);
  const url = (values.url ?? env().statusUrl).replace(/\/+$/, "");
  const { dataDir } = env();
  const database = watchDatabase(databaseFile(dataDir));
  if (database.look() === "gone") {
    err(`${databaseFile(dataDir)} cannot be read, so nothing was written.`);
    return 1;
  }
  const site = database.read(() => readSite(url));
  const files = siteFiles(site, { now: Date.now(), staleSince: undefined });
  out(`${into}: ${writeFiles(into, files)} of ${files.length} files changed`);
  if (values.watch) await keepWriting({ dataDir, url, into }, { out, err });
  return 0;
}

type Watched = { dataDir: string; url: string; into: string };

/** Writes every change, until the process is ended. What the disk does not take is tried again. */
function keepWriting({ dataDir, url, into }: Watched, { out, err }: Pick<Io, "out" | "err">) {
  const changed = new Map<string, WholeFile>();
  const removed = new Set<string>();

  function write(): void {
    try {
      const count = changeFiles(into, { changed: [...changed.values()], removed: [...removed] });
      changed.clear();
      removed.clear();
      if (count > 0) out(`${into}: ${count} files changed`);
    } catch (error) {
      err(error instanceof Error ? error.message : String(error));
      setTimeout(write, AGAIN_AFTER);
    }
  }

  return new Promise<never>(() => {
    startPublisher(
      { dataDir, url, isCopy: true },
      (change: Change) => {
        for (const path of change.removed) {
          changed.delete(path);
          removed.add(path);
        }
        for (const file of change.changed) {
          removed.delete(file.path);
          changed.set(file.path, { ...file, bytes: file.identity ?? gunzipSync(file.gzip ?? "") });
        }
        if (change.isWhole) write();
      },
      ({ message }) => err(message),
    );
  });
}
