import { ArrowDownUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { EventTypeIcon, eventTypeName } from "./event-type";
import { timelineHref, type TimelineAddress } from "./timeline-address";

type TimelineFilterProps = {
  path: string;
  address: TimelineAddress;
  usualOrder: TimelineAddress["order"];
  counts: { type: string; count: number }[];
  total: number;
  hidden: number;
};

const TYPES_AT_MOST = 20;

const CHIP =
  "inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs font-medium hover:bg-accent pointer-coarse:min-h-11";

/** Chips that add and take away types, each a link, so that every view has an address. */
export function TimelineFilter(props: TimelineFilterProps) {
  const { path, address, usualOrder, counts, total, hidden } = props;
  const { types, order } = address;
  const offered = counts.filter(({ type }, index) => index < TYPES_AT_MOST || types.includes(type));
  const href = (change: Partial<TimelineAddress>) =>
    timelineHref(path, { ...address, page: 1, ...change }, usualOrder);

  return (
    <nav aria-label="Timeline view" className="mb-2 flex flex-wrap items-center gap-1.5">
      <Chip href={href({ types: [] })} isOn={types.length === 0}>
        All {total.toLocaleString("en")}
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
      {offered.length < counts.length && (
        <span className="text-xs text-muted-foreground">
          and {counts.length - offered.length} more types
        </span>
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
      {hidden > 0 && (
        <p className="w-full text-[0.8125rem] text-muted-foreground">
          {hidden.toLocaleString("en")} {hidden === 1 ? "event is" : "events are"} hidden by the
          type.
        </p>
      )}
    </nav>
  );
}

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
