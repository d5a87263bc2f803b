import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { databaseFile } from "@/db/client";
import { readSite } from "@/db/queries/public/site";
import { watchDatabase } from "@/db/watch";
import { env } from "@/lib/env";
import { writeFiles } from "@/lib/status-page/write-files";
import { siteFiles } from "@/scripts/status/site-files";
import type { Io } from "./records";

const USAGE = "Usage: muster status export DIR [--url ADDRESS] [--watch]";
const LOOK_EVERY = 500;
const RENDER_EVERY = 60_000;

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
  const database = watchDatabase(databaseFile(env().dataDir));
  if (database.look() === "gone") {
    err(`${databaseFile(env().dataDir)} cannot be read, so nothing was written.`);
    return 1;
  }
  const write = () => {
    const files = siteFiles(readSite(url), { now: Date.now(), staleSince: undefined });
    out(`${into}: ${writeFiles(into, files)} of ${files.length} files changed`);
  };
  write();
  if (values.watch) await keepWriting(database, write, err);
  return 0;
}

/** Writes again after every change, and once a minute, until the process is ended. */
async function keepWriting(
  database: ReturnType<typeof watchDatabase>,
  write: () => void,
  err: (line: string) => void,
): Promise<void> {
  let writtenAt = Date.now();
  for (;;) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY));
    const news = database.look();
    if (news === "gone") continue; // what was exported stays as it is
    if (news === "same" && Date.now() - writtenAt < RENDER_EVERY) continue;
    try {
      write();
      writtenAt = Date.now();
    } catch (error) {
      err(error instanceof Error ? error.message : String(error));
    }
  }
}
