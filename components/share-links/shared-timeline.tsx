import { UpdateText } from "@/components/status-words/update-text";
import { pageOf } from "@/lib/domain/page";
import { toUtc } from "@/lib/domain/time";
import type { SharedEvent } from "@/lib/domain/shared-incident";
import { formatDay, formatTime, humanize } from "@/lib/format";
import { LeftOut, type Highlighted } from "./left-out";
import { NewMark } from "./new-mark";
import { SharedPages } from "./shared-pages";
import { SharedSection } from "./shared-section";

export type ShownEvent = SharedEvent & Highlighted;

const EVENTS_PER_PAGE = 250;

/** What happened, day by day; a long story in pages. */
export function SharedTimeline({ events, asked }: { events: ShownEvent[]; asked: number }) {
  const { shown, page, pages } = pageOf(events, asked, EVENTS_PER_PAGE);
  return (
    <SharedSection title="Timeline" id="timeline">
      <div className="space-y-5">
        {byDay(shown).map(([day, events]) => (
          <section key={day} aria-label={day}>
            <h3 className="mb-2 text-[0.8125rem] font-medium text-muted-foreground">{day}</h3>
            <ol className="space-y-3.5">
              {events.map((event, index) => (
                <LeftOut key={index} why={event.leftOut}>
                  <TimelineEntry event={event} />
                </LeftOut>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <SharedPages page={page} pages={pages} />
    </SharedSection>
  );
}

function byDay(events: ShownEvent[]): [string, ShownEvent[]][] {
  const days = new Map<string, ShownEvent[]>();
  for (const event of events) {
    const day = formatDay(event.at);
    const known = days.get(day);
    if (known) known.push(event);
    else days.set(day, [event]);
  }
  return [...days];
}

function TimelineEntry({ event }: { event: ShownEvent }) {
  const { at, type, actor, text, isNew } = event;
  return (
    <div className="grid grid-cols-[3rem_1fr] gap-x-3">
      <time dateTime={toUtc(at)} className="font-mono text-[0.8125rem] leading-6">
        {formatTime(at)}
      </time>
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2 leading-6">
          {type && <span className="font-medium">{humanize(type)}</span>}
          {actor && <span className="text-muted-foreground">{actor}</span>}
          <NewMark isNew={isNew} />
        </p>
        <UpdateText body={text} />
      </div>
    </div>
  );
}
