import { chipOf } from "./chip";
import { shortTime } from "./citation";
import type { Audience } from "./incident";
import type { MetricName } from "./metrics";
import type { Milestone } from "./milestones";

/** The fenced code of these languages shows what the record says now. */
export const LIVE_BLOCKS = ["timeline", "action-items", "metrics", "impact"] as const;
export type LiveBlock = (typeof LIVE_BLOCKS)[number];

export const BLOCK_NAMES: Record<LiveBlock, string> = {
  timeline: "Timeline",
  "action-items": "Action items",
  metrics: "Metrics",
  impact: "Impact",
};

/** As many of them as one text shows; any more stay code. */
export const MOST_BLOCKS = 20;
/** As many rows as a block shows. */
export const MOST_ROWS = 200;

export type BlockEvent = {
  seq: number;
  at: number;
  type: string | null;
  actor: string | null;
  text: string;
  audience: Audience;
};

/** A moment that a metric begins or ends at; `seq` is the event's number, where one stands behind it. */
export type BlockMoment = { name: Milestone; at: number; seq: number | null };

export type BlockMetric = {
  name: MetricName;
  minutes: number;
  target: number | null;
  met: boolean | null;
  from: BlockMoment;
  to: BlockMoment;
};

export type BlockAction = {
  id: number;
  title: string;
  owner: string | null;
  priority: string | null;
  deadline: string | null;
  status: string;
  /** How it was proven, or why it will not be done. */
  note: string | null;
};

export type BlockFact = { label: string; value: string };

/** What live blocks and chips of an incident's text show. */
export type BlockData = {
  key: string;
  /** When the first event was: times of that day need no date. */
  firstAt: number;
  timeline: BlockEvent[];
  /** How many rows the timeline has beyond those. */
  timelineLeft: number;
  metrics: BlockMetric[];
  actions: BlockAction[];
  actionsLeft: number;
  impact: BlockFact[];
  /** What the events say that the text cites, by their numbers. */
  cited: Record<number, string>;
};

/** The live block that a fence's first word asks for. */
export function liveBlockOf(language: string | null | undefined): LiveBlock | undefined {
  return LIVE_BLOCKS.find((kind) => kind === language);
}

const MOST_CITED = 500;

/** The numbers of the events of this incident that a text links to. */
export function citedIn(markdown: string, key: string): number[] {
  const addresses = markdown.matchAll(/\/incidents\/[^\s()<>]+#e-\d{1,9}/g);
  const cited = new Set(
    [...addresses].flatMap(([address]) => {
      const chip = chipOf(address);
      return chip?.key === key ? (chip.seq ?? []) : [];
    }),
  );
  return [...cited].slice(0, MOST_CITED);
}

type Row = { isPinned: boolean; isKey: boolean };

/**
 * The rows that a timeline block shows of those of the story: all of them, or where there are too many
 * those that someone pinned or that a milestone was taken from.
 */
export function shownRows<R extends Row>(rows: R[]): R[] {
  if (rows.length <= MOST_ROWS) return rows;
  const chosen = rows.filter(({ isPinned, isKey }) => isPinned || isKey);
  return (chosen.length > 0 ? chosen : rows).slice(0, MOST_ROWS);
}

/** `14:40` on the first event's day, `2024-01-16 14:40` on another. */
export const blockTime = ({ firstAt }: BlockData, at: number): string => shortTime(at, firstAt);

const LONGEST_SAID = 200;

/** What an event of the incident says, as far as it is known here: the text cites it, or it is shown. */
export function saidBy({ cited, timeline }: BlockData, seq: number): string | undefined {
  const text = cited[seq] ?? timeline.find((event) => event.seq === seq)?.text;
  return text?.slice(0, LONGEST_SAID);
}
