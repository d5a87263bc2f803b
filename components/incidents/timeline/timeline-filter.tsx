import { ArrowDownUp, ListTree } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { EventTypeIcon, eventTypeName } from "@/components/incidents/detail/event-type";
import { isActivity } from "@/lib/domain/activity";
import { cn } from "@/lib/utils";
import { HiddenRows } from "./hidden-rows";
import { timelineHref, type TimelineAddress, type TimelinePlace } from "./timeline-address";

type TimelineFilterProps = {
  place: TimelinePlace;
  address: TimelineAddress;
  counts: { type: string; count: number }[];
  hidden: { activity: number; events: number };
};

const TYPES_AT_MOST = 20;

const CHIP =
  "inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium hover:bg-accent pointer-coarse:min-h-11";

/** Chips that add and take away types, each a link, so that every view has an address. */
export function TimelineFilter({ place, address, counts, hidden }: TimelineFilterProps) {
  const { types, order, activity } = address;
  const rows = sumOf(counts.filter(({ type }) => activity || !isActivity(type)));
  const activityRows = sumOf(counts.filter(({ type }) => isActivity(type)));
  const known = counts.filter(({ type }) => activity || !isActivity(type) || types.includes(type));
  const offered = known.filter(({ type }, index) => index < TYPES_AT_MOST || types.includes(type));
  const href = (change: Partial<TimelineAddress>) =>
    timelineHref(place, { ...address, page: 1, ...change });

  return (
    <nav aria-label="Timeline view" className="mb-2 flex flex-wrap items-center gap-1.5">
      <Chip href={href({ types: [] })} isOn={types.length === 0}>
        All {rows.toLocaleString("en")}
      </Chip>
      {offered.map(({ type, count }) => {
        const isOn = types.includes(type);
        const next = isOn ? types.filter((each) => each !== type) : [...types, type];
        return (
          <Chip key={type} href={href({ types: next })} isOn={isOn}>
            <EventTypeIcon type={type} className="size-3.5" />
            {eventTypeName(type)} {count.toLocaleString("en")}
          </Chip>
        );
      })}
      {offered.length < known.length && (
        <span className="text-xs text-muted-foreground">
          and {known.length - offered.length} more types
        </span>
      )}
      {activityRows > 0 && (
        <Chip href={href({ activity: !activity })} isOn={activity}>
          <ListTree aria-hidden className="size-3.5 text-muted-foreground" />
          Activity {activityRows.toLocaleString("en")}
        </Chip>
      )}
      <Link
        href={href({ order: order === "newest" ? "oldest" : "newest" })}
        scroll={false}
        className={cn(CHIP, "ms-auto border-transparent text-muted-foreground")}
      >
        <ArrowDownUp aria-hidden className="size-3.5" />
        {order === "newest" ? "Newest first" : "Oldest first"}
        <span className="sr-only">, turn around</span>
      </Link>
      <HiddenRows hidden={hidden} showAll={href({ types: [], activity: true })} />
    </nav>
  );
}

const sumOf = (counts: { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0);

type ChipProps = { href: string; isOn: boolean; children: ReactNode };

function Chip({ href, isOn, children }: ChipProps) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isOn ? "true" : undefined}
      className={cn(CHIP, isOn ? "border-ring bg-info-surface text-info" : "border-border bg-card")}
    >
      {children}
    </Link>
  );
}
