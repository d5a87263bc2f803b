import {
  isMaintenance,
  touchedBy,
  type Site,
  type SiteEntry,
  type SiteUpdate,
} from "@/lib/domain/site";
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

export type Kind = "incident" | "maintenance";

/** What a feed tells of: one kind only, one component, one incident. */
export type Choice = { kind?: Kind; componentId?: string; entryId?: string };

const AT_MOST = 50;

const STATUS_WORDS: Record<string, string> = {
  in_progress: "In progress",
};

const wordOf = (status: string): string =>
  STATUS_WORDS[status] ?? status.charAt(0).toUpperCase() + status.slice(1);

/** The status of an update as feeds name it: an update that leaves it as it was is just an update. */
function labelOf(updates: SiteUpdate<string>[], update: SiteUpdate<string>): string {
  const before = updates[updates.indexOf(update) + 1];
  return before?.status === update.status ? "Update" : wordOf(update.status);
}

/** One entry for each incident and maintenance, as Statuspage's feeds have it, newest first. */
export function historyEntries(site: Site, choice: Choice = {}): FeedEntry[] {
  return chosen(site, choice)
    .map((entry) => ({
      id: tagOf(site, isMaintenance(entry) ? "Maintenance" : "Incident", entry.id),
      title: entry.title,
      link: linkOf(site, entry),
      html:
        announcement(entry) + entry.updates.map((one) => paragraph(entry.updates, one)).join(""),
      publishedAt: newest(entry.updates)?.at ?? entry.startedAt,
      updatedAt: lastChange(entry),
      window: windowOf(entry),
    }))
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, AT_MOST);
}

/** One entry for each update, so that a reader tells of all of them, newest first. */
export function updateEntries(site: Site, choice: Choice = {}): FeedEntry[] {
  return chosen(site, choice)
    .flatMap((entry) => {
      const updates: SiteUpdate<string>[] = entry.updates;
      return updates.map((update) => ({
        id: tagOf(site, "Update", update.id),
        title: `[${labelOf(updates, update)}] ${entry.title}`,
        link: `${linkOf(site, entry)}#u-${update.id}`,
        html: announcement(entry) + paragraph(updates, update),
        publishedAt: update.at,
        updatedAt: Math.max(update.updatedAt, update.at),
        window: windowOf(entry),
      }));
    })
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, AT_MOST);
}

function chosen({ incidents, maintenances }: Site, choice: Choice): SiteEntry[] {
  const { kind, componentId, entryId } = choice;
  return [...incidents, ...maintenances].filter(
    (entry) =>
      (kind === undefined || kind === (isMaintenance(entry) ? "maintenance" : "incident")) &&
      (componentId === undefined || touchedBy(entry).includes(componentId)) &&
      (entryId === undefined || entry.id === entryId),
  );
}

const newest = (updates: SiteUpdate<string>[]) => updates[0];

const lastChange = ({ updatedAt, updates }: SiteEntry): number =>
  [...updates].reduce((last, update) => Math.max(last, update.updatedAt), updatedAt);

/** `tag:HOST,2005:Incident/ID`, in which the year says since when the form is used. */
export const tagOf = ({ page }: Site, noun: string, id: string): string =>
  `tag:${new URL(page.url).hostname},2005:${noun}/${id}`;

const linkOf = ({ page }: Site, { id }: SiteEntry): string => `${page.url}/incidents/${id}`;

const windowOf = (entry: SiteEntry): FeedEntry["window"] =>
  isMaintenance(entry) ? { from: entry.scheduledFor, until: entry.scheduledUntil } : undefined;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "Aug 21, 00:37 UTC", its parts marked as Statuspage marks them. */
function moment(at: number): string {
  const date = new Date(at);
  const time = date.toISOString().slice(11, 16);
  return `${MONTHS[date.getUTCMonth()]} <var data-var='date'>${date.getUTCDate()}</var>, <var data-var='time'>${time}</var> UTC`;
}

function announcement(entry: SiteEntry): string {
  if (!isMaintenance(entry)) return "";
  return `<p><strong>THIS IS A SCHEDULED EVENT ${moment(entry.scheduledFor)} - ${moment(entry.scheduledUntil)}</strong></p>`;
}

function paragraph(updates: SiteUpdate<string>[], update: SiteUpdate<string>): string {
  const body = escapeXml(update.body).replaceAll("\n", "<br />");
  return `<p><small>${moment(update.at)}</small><br><strong>${labelOf(updates, update)}</strong> - ${body}</p>`;
}
