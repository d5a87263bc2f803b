import Link from "next/link";
import type { ComponentProps } from "react";
import { IncidentFlags } from "@/components/incidents/incident-flags";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { StatusBadge } from "@/components/incidents/status-badge";
import { Time } from "@/components/time";
import type { ListedIncident } from "@/db/queries/incidents";
import { isOver } from "@/lib/domain/lifecycle";
import { minutesBetween } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { cn } from "@/lib/utils";
import { Commander } from "./commander";
import { NextUpdateChip } from "./next-update-chip";
import { Services } from "./services";

type IncidentRowProps = { incident: ListedIncident; nextUpdateDueAt: number | undefined };

/** One incident: a row of the table, or a card of three lines. Its title is the link, a card all over. */
export function IncidentRow({ incident, nextUpdateDueAt }: IncidentRowProps) {
  const { key, title, severity, status, commander, declaredAt, resolvedAt } = incident;

  return (
    <tr
      role="row"
      className={cn(
        "group/row md:hover:bg-accent/60",
        "max-md:grid max-md:grid-cols-[auto_1fr_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1.5",
        "max-md:relative max-md:rounded-lg max-md:border max-md:border-border max-md:bg-card max-md:px-3.5 max-md:py-3",
      )}
    >
      <Cell className="md:w-px">
        <span className="flex flex-wrap items-center gap-1">
          <SeverityBadge severity={severity} />
          <IncidentFlags {...incident} />
        </span>
      </Cell>
      <Cell className="max-md:order-1 max-md:col-span-3 md:min-w-44">
        <div className="flex items-center gap-x-2.5 gap-y-1 max-xl:flex-wrap">
          <span className="font-mono text-xs whitespace-nowrap text-muted-foreground max-xl:w-full">
            {key}
          </span>
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            data-row
            className="rounded-sm py-0.5 font-medium wrap-anywhere underline-offset-4 hover:underline max-md:after:absolute max-md:after:inset-0 max-md:after:rounded-lg"
          >
            {title}
          </Link>
        </div>
      </Cell>
      <Cell>
        <StatusBadge status={status} />
      </Cell>
      <Cell className="max-xl:hidden">
        <Services incident={incident} />
      </Cell>
      <Cell className="max-md:order-2 max-md:col-span-3 md:max-lg:hidden">
        <Commander name={commander} isNeeded={!isOver(incident)} />
      </Cell>
      <Cell className="text-xs leading-4 text-muted-foreground tabular-nums">
        <span className="flex min-h-8 w-20 items-center max-md:justify-end max-md:text-end">
          <Time at={declaredAt} show="age" />
        </span>
      </Cell>
      <Cell className="text-[0.8125rem] whitespace-nowrap text-muted-foreground tabular-nums max-md:order-1 max-md:col-span-3 md:w-44">
        {nextUpdateDueAt !== undefined && <NextUpdateChip dueAt={nextUpdateDueAt} />}
        {resolvedAt !== null && (
          <>
            <span className="md:hidden">Lasted </span>
            {formatMinutes(minutesBetween(declaredAt, resolvedAt))}
          </>
        )}
      </Cell>
    </tr>
  );
}

function Cell({ className, ...props }: ComponentProps<"td">) {
  return (
    <td
      role="cell"
      className={cn(
        "align-middle max-md:empty:hidden md:h-11 md:border-b md:border-border md:px-3 md:py-1.5 md:group-last/row:border-b-0",
        className,
      )}
      {...props}
    />
  );
}
