import { useRef, useState } from "react";
import type { EventLink, TimelineRow } from "@/db/queries/timeline-view";
import { offsetText } from "@/components/incidents/detail/offset";
import { Time } from "@/components/time";
import type { Insertion } from "@/lib/domain/story";
import { formatDateTime } from "@/lib/format";
import { cn } from "@/lib/utils";
import { Attachments } from "./attachments";
import { InsertControl } from "./insert-control";
import { Metadata } from "./metadata";
import { EventTypeIcon } from "@/components/incidents/detail/event-type";
import { ROW_GRID } from "./row-grid";
import { RowHead } from "./row-head";
import type { RowHistory } from "./row-history";
import { RowPanel } from "./row-panel";
import { useTimelineTools } from "./timeline-tools";

type TimelineItemProps = {
  row: TimelineRow;
  /** The place between this row and the next, where something can be inserted. */
  insertion: Insertion | undefined;
  links: EventLink[];
  history: RowHistory;
  declaredAt: number | null;
  /** True in a long list, where the browser need not draw what is out of sight. */
  isOneOfMany: boolean;
};

/** One event: when, what kind, who, what, and what was measured and attached. */
export function TimelineItem(props: TimelineItemProps) {
  const { row, insertion, links, history, declaredAt, isOneOfMany } = props;
  const { seq, at, type, description, metadata, communication } = row;
  const { opened, writing } = useTimelineTools();
  const [isOpen, setIsOpen] = useState(opened.row === seq);
  const toggle = useRef<HTMLAnchorElement>(null);

  function close() {
    setIsOpen(false);
    toggle.current?.focus();
  }

  return (
    <li
      id={`e-${seq}`}
      className={cn(
        "group/event scroll-mt-20 target:bg-info-surface",
        ROW_GRID,
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
        <RowHead row={row} isOpen={isOpen} toggle={toggle} onToggle={() => setIsOpen(!isOpen)} />
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
          {communication?.message ?? description}
        </p>
        {metadata && <Metadata metadata={metadata} />}
        <Attachments links={links} />
      </div>
      {isOpen && <RowPanel row={row} links={links} history={history} onDone={close} />}
      {writing && insertion && <InsertControl insertion={insertion} time={at} writing={writing} />}
    </li>
  );
}
