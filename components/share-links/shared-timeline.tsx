import { UpdateText } from "@/components/status-page/update-text";
import { toUtc } from "@/lib/domain/time";
import type { SharedIncident } from "@/lib/domain/shared-incident";
import { formatDay, formatTime, humanize } from "@/lib/format";
import { SharedSection } from "./shared-section";

type Event = SharedIncident["events"][number];

/** What happened, day by day. */
export function SharedTimeline({ events }: { events: Event[] }) {
  const days = [...new Set(events.map(({ at }) => formatDay(at)))];
  return (
    <SharedSection title="Timeline">
      <div className="space-y-5">
        {days.map((day) => (
          <section key={day} aria-label={day}>
            <h3 className="mb-2 text-[0.8125rem] font-medium text-muted-foreground">{day}</h3>
            <ol className="space-y-3.5">
              {events
                .filter(({ at }) => formatDay(at) === day)
                .map((event, index) => (
                  <TimelineEntry key={index} event={event} />
                ))}
            </ol>
          </section>
        ))}
      </div>
    </SharedSection>
  );
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
