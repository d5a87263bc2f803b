import { Ellipsis, Pin } from "lucide-react";
import type { Ref } from "react";
import { eventTypeName } from "@/components/incidents/detail/event-type";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { TimelineRow } from "@/db/queries/timeline-view";
import { formatTime, humanize } from "@/lib/format";
import { AudienceMark } from "./audience-mark";
import { timelineHref } from "./timeline-address";
import { useTimelineTools } from "./timeline-tools";
import { ToggleLink } from "./toggle-link";

type RowHeadProps = {
  row: TimelineRow;
  isOpen: boolean;
  toggle: Ref<HTMLAnchorElement>;
  onToggle: () => void;
};

/** What kind of row it is, who told it, what marks it has, and the way to what can be done with it. */
export function RowHead({ row, isOpen, toggle, onToggle }: RowHeadProps) {
  const { seq, at, type, actor, audience, isPinned, communication, milestones } = row;
  const { place, address } = useTimelineTools();
  const way = {
    href: timelineHref(place, address, ["row", seq]),
    controls: `row-${seq}`,
    isOpen,
    onToggle,
  };
  return (
    <div className="flex items-start gap-2">
      <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1 leading-5">
        <span className="text-[0.8125rem] font-medium">{eventTypeName(type)}</span>
        {actor && <span className="text-[0.8125rem] text-muted-foreground">{actor}</span>}
        {isPinned && (
          <span className="inline-flex items-center gap-1 text-xs text-warning">
            <Pin aria-hidden className="size-3.5" />
            Pinned
          </span>
        )}
        <AudienceMark audience={audience} />
        {row.isDecision && <Badge variant="outline">Decision point</Badge>}
        {milestones.map((milestone) => (
          <Badge key={milestone} variant="info">
            {humanize(milestone)}
          </Badge>
        ))}
        {communication && (
          <a
            href={`#c-${communication.seq}`}
            className="touch-target text-xs text-link hover:underline"
          >
            {humanize(communication.audience ?? "internal")}
          </a>
        )}
        {row.recordedAt !== null && (
          <span className="text-xs text-muted-foreground">
            recorded <Time at={row.recordedAt} />
            {actor && ` by ${actor}`}
          </span>
        )}
        {row.editedAt !== null && (
          <ToggleLink {...way} className="touch-target text-xs text-link hover:underline">
            edited
          </ToggleLink>
        )}
      </p>
      <ToggleLink
        {...way}
        ref={toggle}
        title="Link, pin, edit, attach"
        className="-my-0.5 inline-flex size-6 shrink-0 touch-target items-center justify-center rounded-md text-muted-foreground hover:bg-accent hover:text-foreground print:hidden"
      >
        <Ellipsis aria-hidden className="size-4" />
        <span className="sr-only">
          More about {formatTime(at)}, {eventTypeName(type)}
        </span>
      </ToggleLink>
    </div>
  );
}
