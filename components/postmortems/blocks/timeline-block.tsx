import { EventTypeIcon, eventTypeName } from "@/components/incidents/detail/event-type";
import { eventAddress } from "@/lib/domain/chip";
import { blockTime, type BlockData } from "@/lib/domain/live-block";
import { toUtc } from "@/lib/domain/time";
import { BlockLink } from "./block-link";
import { MoreRows, Nothing } from "./nothing";

/** The story's rows in the order of time, each with a link to where it stands. */
export function TimelineBlock({ blocks }: { blocks: BlockData }) {
  const { key, timeline, timelineLeft } = blocks;
  if (timeline.length === 0) return <Nothing>Nothing recorded yet.</Nothing>;
  return (
    <>
      <ol role="list" className="block! list-none! divide-y divide-border ps-0!">
        {timeline.map(({ seq, at, type, actor, text }) => (
          <li key={seq} className="grid grid-cols-[auto_1fr] gap-x-3 px-3 py-1.5">
            <BlockLink href={eventAddress(key, seq)}>
              <time dateTime={toUtc(at)}>{blockTime(blocks, at)}</time>
            </BlockLink>
            <p className="min-w-0 wrap-anywhere">
              <EventTypeIcon type={type} className="me-1.5 mb-0.5 inline size-3.5" />
              <span className="font-medium">{eventTypeName(type)}</span>
              {actor && <span className="text-muted-foreground"> · {actor}</span>}
              <span className="block">{text}</span>
            </p>
          </li>
        ))}
      </ol>
      <MoreRows count={timelineLeft} of="row" />
    </>
  );
}
