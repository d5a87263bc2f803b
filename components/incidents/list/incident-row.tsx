import Link from "next/link";
import { IncidentFlags } from "@/components/incidents/incident-flags";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { StatusBadge } from "@/components/incidents/status-badge";
import { Time } from "@/components/time";
import { isOpen } from "@/lib/domain/lifecycle";
import { minutesBetween } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { Commander } from "./commander";
import type { ListRow } from "./incident-table";
import { MergedChip } from "./merged-chip";
import { NextUpdateChip } from "./next-update-chip";
import { SELECTION } from "./selection-bar";
import { Services } from "./services";

/** One incident: a row of the table, or a card of three lines. Its title is the link, a card all over. */
export function IncidentRow({ row }: { row: ListRow }) {
  const { key, title, severity, status, services, commander, declaredAt, resolvedAt } = row;
  const { isDrill, isPrivate, mergedInto, dueAt } = row;

  return (
    <tr role="row">
      <td role="cell" className="w-px max-md:hidden md:pe-0">
        <input
          type="checkbox"
          name="key"
          value={key}
          form={SELECTION}
          data-select
          aria-label={`Select ${key}`}
          className="block size-4 accent-primary pointer-coarse:size-6"
        />
      </td>
      <td role="cell" className="md:w-px">
        <SeverityBadge severity={severity} />
      </td>
      <td role="cell" className="max-md:order-1 max-md:col-span-3 md:min-w-44">
        <div className="flex items-center gap-x-2.5 gap-y-1 max-xl:flex-wrap">
          <span className="font-mono text-xs whitespace-nowrap text-muted-foreground max-xl:w-full">
            {key}
          </span>
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            prefetch={false}
            data-row
            className="rounded-sm py-0.5 font-medium wrap-anywhere underline-offset-4 hover:underline max-md:after:absolute max-md:after:inset-0 max-md:after:rounded-lg"
          >
            {title}
          </Link>
          <IncidentFlags isDrill={isDrill} isPrivate={isPrivate} />
          {row.mergedIntoId !== null && <MergedChip into={mergedInto} />}
        </div>
      </td>
      <td role="cell">
        <StatusBadge status={status} />
      </td>
      <td role="cell" className="max-xl:hidden">
        <Services names={services} />
      </td>
      <td role="cell" className="max-md:order-2 max-md:col-span-3 md:max-lg:hidden">
        <Commander name={commander} isNeeded={isOpen(row)} />
      </td>
      <td
        role="cell"
        className="text-xs leading-4 text-muted-foreground tabular-nums max-md:min-h-8 max-md:content-center"
      >
        <Time at={declaredAt} show="age" className="block w-20 max-md:text-end" />
      </td>
      <td
        role="cell"
        className="text-[0.8125rem] whitespace-nowrap text-muted-foreground tabular-nums max-md:order-1 max-md:col-span-3 md:w-44"
      >
        {dueAt !== undefined && <NextUpdateChip dueAt={dueAt} />}
        {resolvedAt !== null && (
          <>
            <span className="md:hidden">Lasted </span>
            {formatMinutes(minutesBetween(declaredAt, resolvedAt))}
          </>
        )}
      </td>
    </tr>
  );
}
