// Keeps the public site's files up to date, in a thread of its own: it renders them whenever the database says
// something new, and from the last known state where the database cannot be read.
import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { databaseFile } from "@/db/client";
import { watchDatabase } from "@/db/watch";
import { readSite } from "@/db/queries/public/site";
import type { Site } from "@/lib/domain/site";
import { bytesOf, type SiteFile } from "@/lib/status-page/file";
import type { Rendered } from "./rendered";
import { siteFiles } from "./site-files";
import { keepSite, keptSite } from "@/lib/status-page/kept-site";

const LOOK_EVERY = 150; // milliseconds: what is public shows within a second
const RENDER_EVERY = 60_000; // pages name the time and what is due

type Given = { dataDir: string; url: string };
type Known = { site: Site; readAt: number };

const { dataDir, url }: Given = workerData;
const database = watchDatabase(databaseFile(dataDir));
const sent = new Map<string, string>();
let known: Known | undefined = keptSite(dataDir);
let isStale = known !== undefined;
const before: Rendered = new Map();
let renderedAt = 0;

function look(): void {
  const now = Date.now();
  const news = database.look();
  if (news === "changed") takeOver({ site: readSite(url), readAt: now });
  const wasStale = isStale;
  isStale = news === "gone";
  if (!isStale && known) known.readAt = now;
  if (known && (news === "changed" || wasStale !== isStale || now - renderedAt >= RENDER_EVERY)) {
    render(known, now);
  }
}

function takeOver(next: Known): void {
  const isNew = JSON.stringify(next.site) !== JSON.stringify(known?.site);
  known = next;
  if (isNew) keepSite(dataDir, next);
}

function render({ site, readAt }: Known, now: number): void {
  renderedAt = now;
  const files = siteFiles(site, { now, staleSince: isStale ? readAt : undefined }, before);
  const changed = files.filter((file) => isChanged(file));
  const paths = new Set(files.map(({ path }) => path));
  const removed = [...sent.keys()].filter((path) => !paths.has(path));
  for (const path of removed) sent.delete(path);
  if (changed.length + removed.length > 0) {
    parentPort?.postMessage({ changed: changed.map((file) => packed(file, now)), removed });
  }
}

function isChanged({ path, type, body }: SiteFile): boolean {
  const hash = hashOf(`${type}\n${body}`);
  if (sent.get(path) === hash) return false;
  sent.set(path, hash);
  return true;
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

function packed(file: SiteFile, now: number) {
  const identity = bytesOf(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: identity.length < 100_000 ? 11 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  return {
    ...file,
    body: undefined,
    etag: sent.get(file.path),
    changedAt: now,
    identity,
    br: brotliCompressSync(identity, { params }),
    gzip: gzipSync(identity),
  };
}

setInterval(look, LOOK_EVERY);
look();
