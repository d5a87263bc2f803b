import Link from "next/link";
import type { ComponentProps } from "react";
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

/** One incident: a row of the table, or a card of three lines. Its title is the link. */
export function IncidentRow({ incident, nextUpdateDueAt }: IncidentRowProps) {
  const { key, title, severity, status, commander, declaredAt, resolvedAt } = incident;

  return (
    <tr
      role="row"
      className={cn(
        "group/row sm:hover:bg-accent/60",
        "max-sm:grid max-sm:grid-cols-[auto_1fr_auto] max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-1.5",
        "max-sm:rounded-lg max-sm:border max-sm:border-border max-sm:bg-card max-sm:px-3.5 max-sm:py-3",
      )}
    >
      <Cell className="sm:w-px">
        <SeverityBadge severity={severity} />
      </Cell>
      <Cell className="max-sm:order-1 max-sm:col-span-3">
        <div className="flex items-center gap-x-2.5 gap-y-1 max-sm:flex-wrap">
          <span className="font-mono text-xs whitespace-nowrap text-muted-foreground max-sm:w-full">
            {key}
          </span>
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            data-row
            className="rounded-sm py-0.5 font-medium wrap-anywhere underline-offset-4 hover:underline"
          >
            {title}
          </Link>
          {nextUpdateDueAt !== undefined && <NextUpdateChip dueAt={nextUpdateDueAt} />}
        </div>
      </Cell>
      <Cell>
        <StatusBadge status={status} />
      </Cell>
      <Cell className="max-lg:hidden">
        <Services incident={incident} />
      </Cell>
      <Cell className="max-sm:order-2 max-sm:col-span-3">
        <Commander name={commander} isNeeded={!isOver(incident)} />
      </Cell>
      <Cell className="text-xs leading-4 text-muted-foreground tabular-nums">
        <span className="flex min-h-8 w-20 items-center max-sm:justify-end max-sm:text-end">
          <Time at={declaredAt} show="age" />
        </span>
      </Cell>
      <Cell className="text-[0.8125rem] whitespace-nowrap text-muted-foreground tabular-nums max-xl:hidden">
        {resolvedAt === null ? "" : formatMinutes(minutesBetween(declaredAt, resolvedAt))}
      </Cell>
    </tr>
  );
}

function Cell({ className, ...props }: ComponentProps<"td">) {
  return (
    <td
      role="cell"
      className={cn(
        "align-middle sm:h-11 sm:border-b sm:border-border sm:px-3 sm:py-1.5 sm:group-last/row:border-b-0",
        className,
      )}
      {...props}
    />
  );
}
