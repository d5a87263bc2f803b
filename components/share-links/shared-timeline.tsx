import { UpdateText } from "@/components/status-words/update-text";
import { pageOf } from "@/lib/domain/page";
import { toUtc } from "@/lib/domain/time";
import type { SharedIncident } from "@/lib/domain/shared-incident";
import { formatDay, formatTime, humanize } from "@/lib/format";
import { SharedPages } from "./shared-pages";
import { SharedSection } from "./shared-section";

type Event = SharedIncident["events"][number];

const EVENTS_PER_PAGE = 250;

/** What happened, day by day; a long story in pages. */
export function SharedTimeline({ events, asked }: { events: Event[]; asked: number }) {
  const { shown, page, pages } = pageOf(events, asked, EVENTS_PER_PAGE);
  return (
    <SharedSection title="Timeline" id="timeline">
      <div className="space-y-5">
        {byDay(shown).map(([day, events]) => (
          <section key={day} aria-label={day}>
            <h3 className="mb-2 text-[0.8125rem] font-medium text-muted-foreground">{day}</h3>
            <ol className="space-y-3.5">
              {events.map((event, index) => (
                <TimelineEntry key={index} event={event} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <SharedPages page={page} pages={pages} />
    </SharedSection>
  );
}

function byDay(events: Event[]): [string, Event[]][] {
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const day = formatDay(event.at);
    const known = days.get(day);
    if (known) known.push(event);
    else days.set(day, [event]);
  }
  return [...days];
}

function TimelineEntry({ event }: { event: Event }) {
  const { at, type, actor, text } = event;
  return (
    <li className="grid grid-cols-[3rem_1fr] gap-x-3">
      <time dateTime={toUtc(at)} className="font-mono text-[0.8125rem] leading-6">
        {formatTime(at)}
      </time>
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2 leading-6">
          {type && <span className="font-medium">{humanize(type)}</span>}
          {actor && <span className="text-muted-foreground">{actor}</span>}
        </p>
        <UpdateText body={text} />
      </div>
    </li>
  );
}
