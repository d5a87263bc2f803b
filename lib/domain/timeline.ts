import { isActivity } from "./activity";
import { pageOf } from "./page";
import type { JsonObject } from "./record";

type JoinableEvent = { at: number; type: string | null; metadata: JsonObject | null };
type JoinableCommunication = { at: number; channel: string | null };

/**
 * Which communication each event only repeats in short, by index: an event of type `communication` that
 * names the same channel at the same time. Several at one time pair up in their order.
 */
export function joinCommunications(
  events: JoinableEvent[],
  communications: JoinableCommunication[],
): Map<number, number> {
  const waiting = new Map<string, number[]>(); // the last first, to be taken from the end
  for (const [index, { at, channel }] of [...communications.entries()].toReversed()) {
    if (channel === null) continue;
    const name = `${at} ${channel}`;
    const others = waiting.get(name);
    if (others) others.push(index);
    else waiting.set(name, [index]);
  }

  const joined = new Map<number, number>();
  events.forEach(({ at, type, metadata }, index) => {
    if (type !== "communication" || typeof metadata?.channel !== "string") return;
    const communication = waiting.get(`${at} ${metadata.channel}`)?.pop();
    if (communication !== undefined) joined.set(index, communication);
  });
  return joined;
}

export type TimelineView = {
  /** The types to show; all of them when empty. */
  types: string[];
  /** Whether the story comes with the rows that tell of changes. */
  showsActivity: boolean;
  newestFirst: boolean;
  page: number;
  /** The number of an event that must be on the page, whatever the page, the types and the activity. */
  event?: number | undefined;
};

type Typed = { type: string | null };

const EVENTS_PER_PAGE = 250;

/** The part of a timeline to show, with how much of it is left out. `entries` come oldest first. */
export function timelinePage<Entry extends Typed & { seq: number }>(
  entries: Entry[],
  view: TimelineView,
  perPage = EVENTS_PER_PAGE,
) {
  const wanted = entries.find(({ seq }) => seq === view.event);
  const { types, showsActivity } = wanted ? opened(view, wanted) : view;
  const matching = entries.filter((entry) => isShown(entry, { types, showsActivity }));
  const ordered = view.newestFirst ? matching.toReversed() : matching;

  const asked = wanted ? Math.floor(ordered.indexOf(wanted) / perPage) + 1 : view.page;
  const hiddenActivity = entries.filter(
    (entry) => isActivity(entry.type) && !isShown(entry, { types, showsActivity }),
  ).length;
  return {
    ...pageOf(ordered, asked, perPage),
    /** All that the view shows, oldest first, on whatever page. */
    matching,
    hidden: {
      activity: hiddenActivity,
      events: entries.length - matching.length - hiddenActivity,
    },
    types,
    showsActivity,
  };
}

type Choice = Pick<TimelineView, "types" | "showsActivity">;

/** A type that is asked for by name is shown, activity or not. */
const isShown = ({ type }: Typed, { types, showsActivity }: Choice) =>
  types.length > 0 ? types.includes(type ?? "") : showsActivity || !isActivity(type);

/** The view, or where it would hide this entry the nearest one that does not. */
const opened = (view: Choice, entry: Typed): Choice =>
  isShown(entry, view)
    ? view
    : { types: [], showsActivity: view.showsActivity || isActivity(entry.type) };

/** How often each type occurs, the types in the order in which they first do. */
export function countTypes(entries: { type: string | null }[]): { type: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { type } of entries) counts.set(type ?? "", (counts.get(type ?? "") ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count }));
}
