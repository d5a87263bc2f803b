import type { IncidentDetail } from "@/db/queries/incident-detail";
import type { MilestoneView } from "@/db/queries/milestones";
import { MILESTONE_WORDS } from "@/components/incidents/detail/metric-words";
import { formatMinutes, humanize } from "@/lib/format";
import { extentOf, groupedByPlace, stretch, type Mark, type Ruler } from "./marks";
import { beginning, counted } from "./words";

type Phases = IncidentDetail["phases"]["phases"];
type Gaps = IncidentDetail["phases"]["gaps"];

/** The number of the first event at a moment. */
type Seqs = ReadonlyMap<number, number>;

export function phaseMarks(phases: Phases, seqs: Seqs, ruler: Ruler): Mark[] {
  const { place } = ruler;
  return phases.map(({ name, start, end, minutes, events }) => ({
    id: `phase-${name}`,
    at: start,
    x: place(start),
    width: Math.max(place(end) - place(start), 0.3),
    shape: name,
    href: rowOf(seqs.get(start)),
    when: stretch(start, end, ruler),
    what: `${humanize(name)} phase, ${formatMinutes(minutes)}, ${counted(events, "event")}`,
  }));
}

export function milestoneMarks(milestones: MilestoneView[], { place, word }: Ruler): Mark[] {
  return milestones.flatMap(({ name, source }) =>
    source
      ? {
          id: `milestone-${name}`,
          at: source.at,
          x: place(source.at),
          width: 0,
          shape: "milestone",
          href: source.seq === null ? `#milestone-${name}` : `#e-${source.seq}`,
          when: word(source.at),
          what: `Milestone: ${MILESTONE_WORDS[name]} (${beginning(source.label)})`,
        }
      : [],
  );
}

export function gapMarks(gaps: Gaps, seqs: Seqs, ruler: Ruler): Mark[] {
  const { place } = ruler;
  const starts = gaps.map((gap) => ({ ...gap, at: gap.start }));
  return groupedByPlace(starts, ruler).map((group) => {
    const [first] = group;
    const end = group.at(-1)?.end ?? first.end;
    const minutes = group.reduce((sum, gap) => sum + gap.minutes, 0);
    const { at, x } = extentOf(group, ruler);
    return {
      id: `gap-${first.start}`,
      at,
      x,
      width: place(end) - x,
      shape: "gap",
      href: rowOf(seqs.get(first.end)),
      when: stretch(at, end, ruler),
      what:
        group.length === 1
          ? `${formatMinutes(minutes)} without an entry`
          : `${counted(group.length, "gap")}, together ${formatMinutes(minutes)} without an entry`,
    };
  });
}

const rowOf = (seq: number | undefined) => (seq === undefined ? "#timeline" : `#e-${seq}`);
