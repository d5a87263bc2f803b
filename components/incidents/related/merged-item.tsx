import { EventTypeIcon, eventTypeName } from "@/components/incidents/detail/event-type";
import { offsetText } from "@/components/incidents/detail/offset";
import { Attachments } from "@/components/incidents/timeline/attachments";
import { Metadata } from "@/components/incidents/timeline/metadata";
import { ROW_GRID } from "@/components/incidents/timeline/row-grid";
import { Time } from "@/components/time";
import type { MergedFrom } from "@/db/queries/timeline";
import type { EventLink, TimelineRow } from "@/db/queries/timeline-view";
import { cn } from "@/lib/utils";

type MergedItemProps = {
  row: TimelineRow;
  from: MergedFrom;
  links: EventLink[];
  declaredAt: number | null;
};

/** A row of an incident that was merged into this one. It is only read here, and kept there. */
export function MergedItem({ row, from, links, declaredAt }: MergedItemProps) {
  const { id, at, type, actor, description, metadata, communication } = row;
  const there = `/incidents/${from.key}?event=${from.seq}#e-${from.seq}`;
  return (
    <li id={`m-${id}`} className={cn("scroll-mt-20", ROW_GRID)}>
      <p className="pt-2 text-end text-[0.8125rem] leading-5 tabular-nums">
        <a href={there} className="touch-target hover:text-link hover:underline">
          <Time at={at} show="time" />
        </a>
        {declaredAt !== null && (
          <span className="block text-xs leading-4 text-balance text-muted-foreground">
            {offsetText(at - declaredAt)}
          </span>
        )}
      </p>
      <div className="relative flex justify-center before:absolute before:inset-y-0 before:border-s before:border-dashed before:border-input">
        <span className="relative mt-1.5 flex size-6 items-center justify-center rounded-full bg-card">
          <EventTypeIcon type={type} />
        </span>
      </div>
      <div className="mt-1 mb-2 min-w-0 rounded-md bg-muted px-2.5 py-1.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 leading-5">
          <span className="text-[0.8125rem] font-medium">{eventTypeName(type)}</span>
          {actor && <span className="text-[0.8125rem] text-muted-foreground">{actor}</span>}
          <a href={there} className="touch-target text-xs text-link hover:underline">
            from {from.key}
          </a>
        </p>
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
          {communication?.message ?? description}
        </p>
        {metadata && <Metadata metadata={metadata} />}
        <Attachments links={links} />
      </div>
    </li>
  );
}
