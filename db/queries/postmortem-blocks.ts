import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events, incidents } from "@/db/schema";
import { isActivity } from "@/lib/domain/activity";
import { COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import { closingNote } from "@/lib/domain/closing-note";
import { orderedEvents } from "@/lib/domain/events";
import { impactFacts } from "@/lib/domain/impact-facts";
import {
  citedIn,
  MOST_ROWS,
  shownRows,
  type BlockData,
  type BlockMetric,
  type BlockMoment,
} from "@/lib/domain/live-block";
import { METRICS, metricsOf, type MetricName } from "@/lib/domain/metrics";
import {
  candidatesOf,
  MILESTONES,
  milestonesOf,
  type Milestone,
  type Milestones,
} from "@/lib/domain/milestones";
import type { Viewer } from "@/lib/domain/viewer";
import { recordFrom } from "@/lib/record/rows";
import { listActionItemsOf } from "./action-items";
import { choicesOf, listRows } from "./record";
import { visibleTo } from "./visibility";

const LONGEST = 2000;
const LONGEST_CITED = 200;

/** What the live blocks of an incident's text show, and what the events say that a text cites. */
export function blocksOf(viewer: Viewer, incidentId: number, markdown = ""): BlockData {
  const incident = findIncident(viewer, incidentId);
  if (!incident) return NOTHING;
  const rows = listRows(incidentId);
  const record = recordFrom(rows);
  const ordered = orderedEvents(record);
  const milestones = milestonesOf(candidatesOf(record, ordered), choicesOf(incidentId).milestones);
  const keys = new Set(MILESTONES.map((name) => milestones[name]?.event));
  const story = ordered.flatMap(({ index, at }, position) => {
    const row = rows.events[index];
    return !row || isActivity(row.type) ? [] : [{ ...row, at, isKey: keys.has(position) }];
  });
  const shown = shownRows(story);
  const actions = listActionItemsOf(incidentId);
  const notes = new Map(rows.actionItems.map((item) => [item.id, closingNote(item)]));
  const seqAt = (position: number | null) =>
    position === null ? null : (rows.events[ordered[position]?.index ?? -1]?.seq ?? null);

  return {
    key: incident.key,
    firstAt: ordered[0]?.at ?? incident.declaredAt,
    timeline: shown.map(({ seq, at, type, actor, description, audience }) => ({
      seq,
      at,
      type,
      actor,
      text: shortened(description, LONGEST),
      audience,
    })),
    timelineLeft: story.length - shown.length,
    metrics: metricsWith(milestones, incident.severity, seqAt),
    actions: actions.slice(0, MOST_ROWS).map(({ id, title, person, owner, ...item }) => ({
      id,
      title: shortened(title, LONGEST),
      owner: person ?? owner,
      priority: item.priority,
      deadline: item.deadline,
      status: COLUMN_NAMES[columnOf(item.status)],
      note: shortened(notes.get(id) ?? "", LONGEST) || null,
    })),
    actionsLeft: Math.max(actions.length - MOST_ROWS, 0),
    impact: impactFacts(record).map(({ label, value }) => ({
      label,
      value: shortened(value, LONGEST),
    })),
    cited: citedTexts(incidentId, citedIn(markdown, incident.key)),
  };
}

const NOTHING: BlockData = {
  key: "",
  firstAt: 0,
  timeline: [],
  timelineLeft: 0,
  metrics: [],
  actions: [],
  actionsLeft: 0,
  impact: [],
  cited: {},
};

function findIncident(viewer: Viewer, incidentId: number) {
  const { key, severity, declaredAt } = incidents;
  return db()
    .select({ key, severity, declaredAt })
    .from(incidents)
    .where(and(eq(incidents.id, incidentId), visibleTo(viewer)))
    .get();
}

type Incident = NonNullable<ReturnType<typeof findIncident>>;

function metricsWith(
  milestones: Milestones,
  severity: Incident["severity"],
  seqAt: (position: number | null) => number | null,
): BlockMetric[] {
  const metrics = metricsOf(milestones, severity);
  const momentOf = (name: Milestone): BlockMoment => ({
    name,
    at: milestones[name]?.at ?? 0,
    seq: seqAt(milestones[name]?.event ?? null),
  });
  return METRIC_ORDER.flatMap((name) => {
    const measured = metrics[name];
    if (!measured) return [];
    const { from, to } = METRICS[name];
    return {
      name,
      minutes: measured.minutes,
      target: "target" in measured ? measured.target : null,
      met: "met" in measured ? measured.met : null,
      from: momentOf(from),
      to: momentOf(to),
    };
  });
}

const METRIC_ORDER: MetricName[] = [
  "time_to_detect",
  "time_to_declare",
  "time_to_mitigate",
  "time_to_resolve",
  "duration",
];

function citedTexts(incidentId: number, seqs: number[]): Record<number, string> {
  if (seqs.length === 0) return {};
  const text = sql<string>`substr(${events.description}, 1, ${LONGEST_CITED})`;
  const rows = db()
    .select({ seq: events.seq, text })
    .from(events)
    .where(and(eq(events.incidentId, incidentId), inArray(events.seq, seqs)))
    .all();
  return Object.fromEntries(rows.map((row) => [row.seq, row.text]));
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most)}…` : text;
