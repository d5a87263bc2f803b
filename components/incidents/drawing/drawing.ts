import { formatDayTime, formatMinutes, formatTime } from "@/lib/format";
import { deploymentMarks, isNear } from "./deployment-marks";
import { errorRateLane } from "./error-rate-lane";
import { eventMarks } from "./event-marks";
import { keyOf, type KeyItem } from "./key";
import { stretch, type Lane, type Mark, type Ruler } from "./marks";
import { audienceLanes } from "./message-marks";
import { gapMarks, milestoneMarks, phaseMarks } from "./phase-marks";
import { placeOf, scaleOf, spanOf, type Scale } from "./scale";
import type { DrawingSources } from "./sources";
import { summaryOf } from "./summary";
import { ticksOf } from "./ticks";

/** An incident as it is drawn: places in percent of the width, and words for all of it. */
export type Drawing = {
  summary: string;
  hasPhases: boolean;
  lanes: Lane[];
  key: KeyItem[];
  ticks: { x: number; time: string; day: string | undefined }[];
  breaks: { x: number; width: number; length: string; when: string }[];
  now: { x: number; time: string } | undefined;
};

const DAY = 24 * 60 * 60_000;

/** The drawing of an incident at a moment, `now`; `undefined` while there is nothing to draw. */
export function drawingOf(sources: DrawingSources, now: number): Drawing | undefined {
  const moments = momentsOf(sources, now);
  const scale = scaleOf(moments);
  const span = spanOf(scale);
  const isOfOneDay = dayOf(span.start) === dayOf(span.end);
  const ruler: Ruler = {
    place: (at) => placeOf(at, scale),
    word: isOfOneDay ? formatTime : formatDayTime,
    span,
    now,
  };

  const lanes = lanesOf(sources, ruler).filter(({ marks }) => marks.length > 0);
  if (lanes.length === 0) return undefined;
  return {
    summary: summaryOf(sources, ruler),
    hasPhases: sources.phases.phases.length > 0,
    lanes,
    key: keyOf(sources, ruler),
    ticks: dated(ticksOf(scale), isOfOneDay),
    breaks: breakViews(scale, ruler),
    now: sources.isOver ? undefined : { x: ruler.place(now), time: ruler.word(now) },
  };
}

/** What the scale reaches over: all that happened, and in an open incident now and what is promised next. */
function momentsOf(sources: DrawingSources, now: number): number[] {
  const { timeline, messages, milestones, phases, isOver } = sources;
  const told = [
    ...timeline.map(({ at }) => at),
    ...messages.map(({ at }) => at),
    ...milestones.flatMap(({ source }) => source?.at ?? []),
    ...phases.phases.map(({ end }) => end),
  ];
  const promised = messages
    .flatMap(({ promises }) => promises)
    .flatMap(({ kind, state, dueAt }) => (kind === "update" && state === "open" ? dueAt : []));
  const all = isOver ? told : [...told, now, ...promised];
  const first = all.reduce((least, at) => Math.min(least, at), Infinity);
  const near = phases.deployments.map(({ at }) => at).filter((at) => isNear(at, first));
  return [...near, ...all];
}

function lanesOf(sources: DrawingSources, ruler: Ruler): Lane[] {
  const { timeline, milestones, phases } = sources;
  const seqs = new Map(timeline.toReversed().map(({ at, seq }) => [at, seq]));
  return [
    {
      id: "phases",
      label: "Phases and milestones",
      marks: inTime([
        ...milestoneMarks(milestones, ruler),
        ...phaseMarks(phases.phases, seqs, ruler),
      ]),
    },
    { id: "gaps", label: "Gaps", marks: gapMarks(phases.gaps, seqs, ruler) },
    { id: "events", label: "Events", marks: eventMarks(timeline, ruler) },
    ...audienceLanes(sources.messages, ruler),
    {
      id: "deployments",
      label: "Deployments",
      marks: deploymentMarks(phases.deployments, ruler),
    },
    errorRateLane(timeline, ruler),
  ];
}

const inTime = (marks: Mark[]) => marks.toSorted((a, b) => a.at - b.at);

const dayOf = (at: number) => Math.floor(at / DAY);

/** The ticks as they are written, each new day with its name. */
function dated(ticks: { at: number; x: number }[], isOfOneDay: boolean): Drawing["ticks"] {
  return ticks.map(({ at, x }, index) => {
    const before = ticks[index - 1];
    const isNew = !isOfOneDay && (!before || dayOf(before.at) !== dayOf(at));
    const [day] = formatDayTime(at).split(",");
    return { x, time: formatTime(at), day: isNew ? day : undefined };
  });
}

function breakViews({ breaks }: Scale, ruler: Ruler): Drawing["breaks"] {
  const { place } = ruler;
  return breaks.map(({ start, end }) => ({
    x: place(start),
    width: place(end) - place(start),
    length: formatMinutes((end - start) / 60_000),
    when: stretch(start, end, ruler),
  }));
}
