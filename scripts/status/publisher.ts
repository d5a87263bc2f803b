// Keeps the public site's files up to date, in a thread of its own: it renders what is made of something new
// whenever the database says so, and from the last known state where the database cannot be read.
import { parentPort, workerData } from "node:worker_threads";
import { databaseFile } from "@/db/client";
import { readSite } from "@/db/queries/public/site";
import { watchDatabase, type News } from "@/db/watch";
import { settled } from "@/lib/domain/settled-site";
import type { Site } from "@/lib/domain/site";
import { keepReadAt, keepSite, keptSite, type KeptSite } from "@/lib/status-page/kept-site";
import { etagOf, packed, type PackedFile } from "./packed";
import { makePress } from "./press";
import { siteParts } from "./site-parts";
import { zonedPage, type Wanted } from "./zoned-page";

const LOOK_EVERY = 150; // milliseconds: what is public shows within a second
const MINUTE = 60_000; // pages name the time and what is due

type Given = { dataDir: string; url: string; sent: Map<string, string>; isCopy?: boolean };

const { dataDir, url, sent, isCopy }: Given = workerData;
const database = watchDatabase(databaseFile(dataDir));
const press = makePress({
  sent,
  slice: 100,
  pack: packed,
  send: (change) => parentPort?.postMessage({ change }, buffersOf(change.changed)),
  fail: (name, error) => tell(`The public files of “${name}” could not be made`, error),
});

let known: KeptSite | undefined;
let isStale = false;
let toldStale: boolean | undefined;
let isKept = true;
let printedAt = 0;

function begin(): void {
  known = keptSite(dataDir, (error) => tell("What was last public could not be read", error));
  if (known) known = { ...known, site: { ...known.site, page: { ...known.site.page, url } } };
  look();
}

function look(): void {
  const began = Date.now();
  const before = known?.site;
  const wasStale = isStale;
  const isDue = Math.floor(began / MINUTE) !== Math.floor(printedAt / MINUTE);
  isStale = readNews(began, isDue) === "gone";
  const isNew = known?.site !== before;
  if (known && (isNew || isDue || wasStale !== isStale)) {
    printedAt = began;
    tellStanding(known);
    press.print(siteParts(known.site, standingOf(known, began)));
    if (!isStale && !isCopy) keep(known, isNew);
  }
  const rest = isNew ? 0 : Date.now() - began; // what is not public costs a large site time for nothing
  setTimeout(look, Math.max(LOOK_EVERY, rest));
}

/** Says since when nothing new is known, for answers that have no words for it. */
function tellStanding({ readAt }: KeptSite): void {
  if (toldStale === isStale) return;
  toldStale = isStale;
  parentPort?.postMessage({ standing: { staleSince: isStale ? readAt : undefined } });
}

const standingOf = ({ readAt }: KeptSite, now: number) => ({
  now,
  staleSince: isStale ? readAt : undefined,
});

/** Takes over what is new in the database, or reads all of it anyway: damage to it is no commit. */
function readNews(now: number, anyway: boolean): News {
  const news = database.look();
  if (news === "gone") return news;
  try {
    const site = news === "changed" || anyway ? database.read(() => readSite(url)) : known?.site;
    if (site) known = { site: known ? settled(site, known.site) : site, readAt: now };
    return news;
  } catch (error) {
    if (!isStale) tell("What is public could not be read from the database", error);
    return "gone";
  }
}

/** Keeps the site for when there is no database. What cannot be kept is public all the same, and tried again. */
function keep(what: KeptSite, isNew: boolean): void {
  try {
    if (isNew || !isKept) keepSite(dataDir, what);
    else keepReadAt(dataDir, what.readAt);
    isKept = true;
  } catch (error) {
    if (isKept) tell("What is public could not be kept on disk", error);
    isKept = false;
  }
}

parentPort?.on("message", (wanted: Wanted) => {
  const name = `${wanted.path}?zone=${wanted.zone}`;
  try {
    parentPort?.postMessage({ zoned: { name, file: known && madeFor(wanted, known, Date.now()) } });
  } catch (error) {
    tell(`${name} could not be made`, error);
    parentPort?.postMessage({ zoned: { name } });
  }
});

/** A page in a zone that a reader chose, packed quickly: few will ask for the same. */
function madeFor(wanted: Wanted, what: KeptSite, now: number): PackedFile | undefined {
  const file = zonedPage(what.site, standingOf(what, now), wanted);
  return file && packed(file, { etag: etagOf(file), now, isCold: true });
}

function tell(what: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  parentPort?.postMessage({ problem: `${what}: ${why}` });
}

const buffersOf = (files: { identity?: Bytes; br?: Bytes; gzip?: Bytes }[]): ArrayBuffer[] =>
  files.flatMap(({ identity, br, gzip }) =>
    [identity, br, gzip].flatMap((bytes) => bytes?.buffer ?? []),
  );
type Bytes = Uint8Array<ArrayBuffer>;

begin();
