import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { ItemRow } from "@/db/queries/action-items";
import { ACTION_ITEM_STATUSES, COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import { boardPath, type BoardFilters } from "@/lib/domain/board-filters";
import { humanize } from "@/lib/format";
import { Deadline } from "../deadline";
import { Tick } from "./bulk-edit";
import { EditLink } from "./edit-link";

type ItemTableRowProps = { item: ItemRow; filters: BoardFilters; canEdit: boolean };

/** One item; its title leads to its page. */
export function ItemTableRow({ item, filters, canEdit }: ItemTableRowProps) {
  const { id, title, version, status, owner, person, team, priority, type } = item;
  const name = `AI-${id}`;
  return (
    <tr id={`ai-${id}`} className="scroll-mt-20 has-[[data-tick]:checked]:bg-info-surface">
      <td className="w-px">
        <Tick id={id} version={version} />
      </td>
      <td className="font-mono text-xs whitespace-nowrap text-muted-foreground">{name}</td>
      <td className="min-w-56 font-medium wrap-anywhere">
        <Link
          href={`/actions/${name}`}
          prefetch={false}
          className="rounded-sm py-0.5 underline-offset-4 hover:underline"
        >
          {title}
        </Link>
      </td>
      <td className="whitespace-nowrap">
        <Status status={status} />
      </td>
      <td className="min-w-32 wrap-anywhere">
        {item.isUnownedTooLong ? (
          <span className="font-medium text-warning">Unowned too long</span>
        ) : (
          (person ?? owner ?? <Missing word="No owner" />)
        )}
      </td>
      <td className="min-w-24">{team ?? <Missing word="No team" />}</td>
      <td>{priority ?? <Missing word="Not set" />}</td>
      <td>{type ? humanize(type) : <Missing word="Not set" />}</td>
      <td className="min-w-28">
        {item.deadline ? (
          <Deadline item={item} today={item.today} />
        ) : (
          <Missing word="No deadline" />
        )}
      </td>
      <td>
        <Incident item={item} />
      </td>
      <td className="whitespace-nowrap text-muted-foreground tabular-nums">
        <Time at={item.bornAt} show="age" />
      </td>
      <td className="w-px print:hidden">
        {canEdit && (
          <EditLink id={id} href={`${boardPath(filters, { edit: String(id) })}#ai-${id}`} />
        )}
      </td>
    </tr>
  );
}

function Status({ status }: { status: string | null }) {
  const column = columnOf(status);
  const isOwn = status !== null && !ACTION_ITEM_STATUSES.some((word) => word === status);
  return (
    <>
      {COLUMN_NAMES[column]}
      {isOwn && (
        <Badge variant="warning" className="ms-1.5">
          {humanize(status)}
        </Badge>
      )}
    </>
  );
}

function Missing({ word }: { word: string }) {
  return <span className="text-muted-foreground">{word}</span>;
}

function Incident({ item: { incidentKey, incidentTitle, severity } }: { item: ItemRow }) {
  return (
    <span className="flex items-center gap-1.5">
      <SeverityBadge severity={severity} />
      <Link
        href={`/incidents/${encodeURIComponent(incidentKey)}`}
        prefetch={false}
        title={incidentTitle}
        className="touch-target rounded-sm font-mono text-xs leading-6 whitespace-nowrap text-link hover:underline"
      >
        {incidentKey}
      </Link>
    </span>
  );
}
