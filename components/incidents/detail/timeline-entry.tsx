import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/time";
import type { JsonObject } from "@/lib/domain/record";
import type { TimelineEntry } from "@/db/queries/timeline";
import { formatDateTime, humanize } from "@/lib/format";
import { cn } from "@/lib/utils";
import { EventTypeIcon, eventTypeName } from "./event-type";
import { jsonText } from "./fact-values";
import { offsetText } from "./offset";

type TimelineItemProps = {
  entry: TimelineEntry;
  declaredAt: number | null;
  /** True in a long list, where the browser need not draw what is out of sight. */
  isOneOfMany: boolean;
};

/** One event: when, what kind, who, what, and what was measured. */
export function TimelineItem({ entry, declaredAt, isOneOfMany }: TimelineItemProps) {
  const { seq, at, type, actor, description, metadata, communication } = entry;
  return (
    <li
      id={`e-${seq}`}
      className={cn(
        "group/event grid scroll-mt-20 grid-cols-[4.5rem_1.75rem_1fr] rounded-md max-sm:grid-cols-[3rem_1.75rem_1fr] target:bg-info-surface",
        isOneOfMany &&
          "[contain-intrinsic-block-size:auto_4.5rem] [content-visibility:auto] print:[content-visibility:visible]",
      )}
    >
      <p className="pt-2 text-end text-[0.8125rem] leading-5 tabular-nums">
        <a
          href={`#e-${seq}`}
          title={formatDateTime(at)}
          className="touch-target hover:text-link hover:underline"
        >
          <Time at={at} show="time" />
        </a>
        {declaredAt !== null && (
          <span className="block text-xs leading-4 text-balance text-muted-foreground">
            {offsetText(at - declaredAt)}
          </span>
        )}
      </p>
      <div className="relative flex justify-center border-border before:absolute before:inset-y-0 before:w-px before:bg-border">
        <span className="relative mt-1.5 flex size-6 items-center justify-center rounded-full bg-card group-target/event:bg-info-surface">
          <EventTypeIcon type={type} />
        </span>
      </div>
      <div className="min-w-0 pt-2 pb-3">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 leading-5">
          <span className="text-[0.8125rem] font-medium">{eventTypeName(type)}</span>
          {actor && <span className="text-[0.8125rem] text-muted-foreground">{actor}</span>}
          {entry.isDecision && <Badge variant="outline">Decision point</Badge>}
          {entry.milestones.map((milestone) => (
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
        </p>
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
          {communication?.message ?? description}
        </p>
        {entry.wasBackdated && (
          <p className="text-xs text-muted-foreground">
            Written down at <Time at={entry.recordedAt} />
          </p>
        )}
        {metadata && <Metadata metadata={metadata} />}
      </div>
    </li>
  );
}

function Metadata({ metadata }: { metadata: JsonObject }) {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-xs leading-5 text-muted-foreground">
      {entries.map(([name, value]) => (
        <div key={name} className="flex min-w-0 flex-wrap gap-x-1.5">
          <dt>{name.replaceAll("_", " ")}</dt>
          <dd className="text-foreground wrap-anywhere tabular-nums">{jsonText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
