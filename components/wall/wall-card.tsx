import { AlarmClock, BellRing, CircleAlert, Clock } from "lucide-react";
import Link from "next/link";
import { IncidentFlags } from "@/components/incidents/incident-flags";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { StatusBadge } from "@/components/incidents/status-badge";
import { Badge } from "@/components/ui/badge";
import type { ListedIncident } from "@/db/queries/incidents";
import { toUtc } from "@/lib/domain/time";
import { formatDayTime, formatMinutes } from "@/lib/format";
import { cn } from "@/lib/utils";
import { wallCountdown } from "./wall-countdown";

export type WallIncident = Pick<
  ListedIncident,
  "key" | "title" | "severity" | "status" | "services" | "commander" | "declaredAt" | "isDrill"
> & { dueAt: number | undefined; /** Nobody has acknowledged it. */ isUnanswered: boolean };

const LOOKS = {
  none: { Icon: Clock, className: "text-muted-foreground" },
  calm: { Icon: Clock, className: "bg-muted" },
  soon: { Icon: AlarmClock, className: "bg-warning-surface text-warning" },
  late: { Icon: CircleAlert, className: "bg-destructive text-destructive-foreground" },
} as const;

/** One incident in letters that can be read from across a room; they grow with the card. */
export function WallCard({ incident, now }: { incident: WallIncident; now: number | undefined }) {
  const { key, title, severity, status, services, commander, declaredAt } = incident;
  const { isDrill, isUnanswered, dueAt } = incident;
  const { state, label, value } = wallCountdown(dueAt, now);
  const { Icon, className } = LOOKS[state];

  return (
    <li
      className={cn(
        "@container flex min-h-0 snap-start flex-col overflow-hidden rounded-xl border-2 bg-card",
        state === "late" ? "border-destructive" : "border-border",
      )}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-[2cqi] overflow-hidden p-[4cqi]">
        <div className="flex flex-wrap items-center gap-x-[3cqi] gap-y-1 text-[clamp(1rem,5cqi,2rem)]">
          <SeverityBadge
            severity={severity}
            className="px-[0.4em] text-[1em] leading-normal [&_svg]:size-[0.8em]"
          />
          <StatusBadge status={status} className="text-[1em] leading-normal [&_svg]:size-[0.9em]" />
          {isDrill && <IncidentFlags isDrill isPrivate={false} />}
          {isUnanswered && (
            <Badge variant="warning" className="text-[0.8em] leading-normal">
              <BellRing aria-hidden />
              Not acknowledged
            </Badge>
          )}
        </div>
        <h2 className="text-[clamp(1.25rem,6.5cqi,3.5rem)] leading-tight font-semibold">
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            prefetch={false}
            className="line-clamp-3 underline-offset-4 hover:underline"
          >
            {title}
          </Link>
        </h2>
        <p className="mt-auto line-clamp-1 text-[clamp(1rem,4.5cqi,1.75rem)] leading-snug">
          {services.join(", ")}
        </p>
        <p className="flex flex-wrap gap-x-[1.2em] text-[clamp(1rem,4.5cqi,1.75rem)] leading-snug text-muted-foreground">
          <span className={cn(!commander && "font-semibold text-warning")}>
            {commander ?? "No commander"}
          </span>
          <span className="font-mono">{key}</span>
          <span className="tabular-nums">
            Open <Open since={declaredAt} now={now} />
          </span>
        </p>
      </div>
      <div
        className={cn(
          "flex shrink-0 items-center gap-[3cqi] px-[4cqi] py-[2.5cqi] tabular-nums",
          className,
        )}
      >
        <Icon aria-hidden className="size-[clamp(1.5rem,11cqi,6rem)] shrink-0" />
        <p className="text-[clamp(1rem,4cqi,1.75rem)] leading-tight font-medium">
          {label}
          {value && (
            <span className="block text-[clamp(2rem,15cqi,9rem)] leading-none font-bold whitespace-nowrap">
              {value}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

function Open({ since, now }: { since: number; now: number | undefined }) {
  return (
    <time dateTime={toUtc(since)}>
      {now === undefined || now < since
        ? `since ${formatDayTime(since)} UTC`
        : formatMinutes(Math.floor((now - since) / 60_000))}
    </time>
  );
}
