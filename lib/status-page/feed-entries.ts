import { changedAt, isMaintenance, type Site, type SiteEntry } from "@/lib/domain/site";
import { isCancelled } from "./v2-objects";
import { escapeXml } from "./xml";

/** An entry of a feed, in whatever format it is written. Times are UTC milliseconds. */
export type FeedEntry = {
  /** A tag URI, the same for as long as there is the page. */
  id: string;
  title: string;
  link: string;
  html: string;
  publishedAt: number;
  updatedAt: number;
  /** When planned work begins and ends. */
  window: { from: number; until: number } | undefined;
};

type Update = SiteEntry["updates"][number];

const AT_MOST = 50;

const wordOf = (status: string): string =>
  (status.charAt(0).toUpperCase() + status.slice(1)).replaceAll("_", " ");

/** The status of an update as feeds name it: an update that leaves it as it was is just an update. */
function labelOf(entry: SiteEntry, update: Update): string {
  const updates: Update[] = entry.updates;
  if (isCancelled(entry) && update === updates[0]) return "Cancelled";
  const before = updates[updates.indexOf(update) + 1];
  return before?.status === update.status ? "Update" : wordOf(update.status);
}

/** One entry for each incident and maintenance, as Statuspage's feeds have it, newest first. */
export function historyEntries(site: Site, announced: SiteEntry[]): FeedEntry[] {
  const entries = announced.map((entry) => ({
    entry,
    publishedAt: entry.updates[0]?.at ?? entry.startedAt,
  }));
  return newest(entries).map(({ entry, publishedAt }) => ({
    id: tagOf(site, `${isMaintenance(entry) ? "Maintenance" : "Incident"}/${entry.id}`),
    title: entry.title,
    link: linkOf(site, entry),
    html: announcement(entry) + entry.updates.map((one) => paragraph(entry, one)).join(""),
    publishedAt,
    updatedAt: changedAt(entry),
    window: windowOf(entry),
  }));
}

/** One entry for each update, so that a reader tells of all of them, newest first. */
export function updateEntries(site: Site, announced: SiteEntry[]): FeedEntry[] {
  const updates = announced.flatMap((entry) => {
    const all: Update[] = entry.updates;
    return all.map((update) => ({ entry, update, publishedAt: update.at }));
  });
  return newest(updates).map(({ entry, update, publishedAt }) => ({
    id: tagOf(site, `Update/${update.id}`),
    title: `[${labelOf(entry, update)}] ${entry.title}`,
    link: `${linkOf(site, entry)}#u-${update.id}`,
    html: announcement(entry) + paragraph(entry, update),
    publishedAt,
    updatedAt: Math.max(update.updatedAt, update.at),
    window: undefined,
  }));
}

const newest = <Entry extends { publishedAt: number }>(entries: Entry[]): Entry[] =>
  entries.toSorted((a, b) => b.publishedAt - a.publishedAt).slice(0, AT_MOST);

/** `tag:HOST,2005:Incident/ID`, in which the year says since when the form is used. */
export const tagOf = ({ page }: Site, specific: string): string =>
  `tag:${new URL(page.url).hostname},2005:${specific}`;

const linkOf = ({ page }: Site, { id }: SiteEntry): string => `${page.url}/incidents/${id}`;

const windowOf = (entry: SiteEntry): FeedEntry["window"] =>
  isMaintenance(entry) && !isCancelled(entry)
    ? { from: entry.scheduledFor, until: entry.scheduledUntil }
    : undefined;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "Aug 21, 00:37", its parts marked as Statuspage marks them. */
const moment = (at: number): string => `${dayOf(at)}, ${timeOf(at)}`;

function dayOf(at: number): string {
  const date = new Date(at);
  return `${MONTHS[date.getUTCMonth()]} <var data-var='date'>${date.getUTCDate()}</var>`;
}

const timeOf = (at: number): string =>
  `<var data-var='time'>${new Date(at).toISOString().slice(11, 16)}</var>`;

function announcement(entry: SiteEntry): string {
  if (!isMaintenance(entry)) return "";
  const { scheduledFor, scheduledUntil } = entry;
  const isOneDay = scheduledUntil - scheduledFor < 86_400_000;
  const end = isOneDay && dayOf(scheduledFor) === dayOf(scheduledUntil) ? timeOf : moment;
  const window = `${moment(scheduledFor)} - ${end(scheduledUntil)} UTC`;
  const words = isCancelled(entry)
    ? "THIS SCHEDULED EVENT WAS CANCELLED"
    : "THIS IS A SCHEDULED EVENT";
  return `<p><strong>${words} ${window}</strong></p>`;
}

function paragraph(entry: SiteEntry, update: Update): string {
  const body = escapeXml(update.body).replaceAll(/\r?\n/g, "<br />");
  return `<p><small>${moment(update.at)} UTC</small><br><strong>${labelOf(entry, update)}</strong> - ${body}</p>`;
}
