"use client";

import { MergedItem } from "@/components/incidents/related/merged-item";
import type { TimelinePage } from "@/db/queries/timeline-view";
import { NewEntries } from "@/components/live/new-entries";
import { useHeld } from "@/components/live/use-held";
import { storyOf } from "@/lib/domain/story";
import { DayRow } from "./day-row";
import { GapRow } from "./gap-row";
import { PhaseRow } from "./phase-row";
import { QuestionRow } from "./question-row";
import type { Histories } from "./row-history";
import { TimelineItem } from "./timeline-entry";
import { PEOPLE_LIST, TimelineToolsProvider, type TimelineTools } from "./timeline-tools";

type TimelineProps = Pick<TimelinePage, "rows" | "gaps" | "questions" | "links"> & {
  /** True where this page holds the latest rows. */
  isComplete: boolean;
  histories: Histories;
  declaredAt: number | null;
  tools: TimelineTools;
};

/**
 * The events in their order, with the days, phases and silences between them. It runs in the browser
 * too, so that a page carries each event once as what it says, and not a second time as elements.
 */
export function Timeline(props: TimelineProps) {
  const { rows, gaps, questions: notes, links, isComplete, histories, declaredAt, tools } = props;
  const newestFirst = tools.address.order === "newest";
  const isLong = rows.length > 100;
  const { shown, ...held } = useHeld(rows, ({ id }) => id);

  return (
    <TimelineToolsProvider value={tools}>
      <NewEntries {...held} />
      <ol className="-mx-1">
        {storyOf(shown, { gaps, notes, newestFirst, isComplete }).map((item) => {
          switch (item.kind) {
            case "day":
              return <DayRow key={`day ${item.at}`} at={item.at} />;
            case "phase":
              return <PhaseRow key={item.name} name={item.name} at={item.at} />;
            case "gap":
              return <GapRow key={`gap ${item.gap.start}`} gap={item.gap} seq={item.seq} />;
            case "note":
              return <QuestionRow key={`question ${item.note.id}`} question={item.note} />;
            case "entry":
              return item.entry.mergedFrom ? (
                <MergedItem
                  key={item.entry.id}
                  row={item.entry}
                  from={item.entry.mergedFrom}
                  links={links[item.entry.id] ?? []}
                  declaredAt={declaredAt}
                />
              ) : (
                <TimelineItem
                  key={item.entry.id}
                  row={item.entry}
                  insertion={item.insertion}
                  links={links[item.entry.id] ?? []}
                  history={histories[item.entry.id] ?? []}
                  declaredAt={declaredAt}
                  isOneOfMany={isLong}
                />
              );
          }
        })}
      </ol>
      {tools.writing && (
        <datalist id={PEOPLE_LIST}>
          {tools.writing.people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </TimelineToolsProvider>
  );
}
