import Link from "next/link";
import type { ComponentProps } from "react";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { IncidentItem } from "@/db/queries/incident-items";
import { qualityOf } from "@/lib/domain/action-quality";
import { actionAddress } from "@/lib/domain/chip";
import { COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import { cn } from "@/lib/utils";
import { Deadline } from "./deadline";

const COLUMNS = ["Action", "Owner", "Priority", "Deadline", "Status", "Quality"];

/**
 * An incident's action items, each with how well it can be followed up. On narrow screens each row becomes
 * a card; the roles are spelled out because a browser forgets that a table is one once its display changes.
 */
export function ActionItemList({ items }: { items: IncidentItem[] }) {
  if (items.length === 0) return <p className="text-muted-foreground">No action items yet.</p>;
  return (
    <Table label="Action items" role="table" className="max-sm:block">
      <TableHeader role="rowgroup" className="max-sm:sr-only">
        <TableRow role="row">
          {COLUMNS.map((column) => (
            <TableHead key={column} role="columnheader">
              {column}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody role="rowgroup" className="max-sm:block max-sm:divide-y max-sm:divide-border">
        {items.map((item) => (
          <TableRow
            key={item.id}
            role="row"
            className="max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:py-3 max-sm:first:pt-0 max-sm:last:pb-0 max-sm:text-[0.8125rem]"
          >
            <Cell className="min-w-56 font-medium wrap-anywhere max-sm:w-full max-sm:text-sm">
              <Link
                href={actionAddress(item.id)}
                prefetch={false}
                className="touch-target rounded-sm hover:text-link hover:underline"
              >
                {item.title}
              </Link>
            </Cell>
            <Cell className="wrap-anywhere">{item.person ?? item.owner ?? "No owner"}</Cell>
            <Cell>{item.priority ?? <Missing word="priority" />}</Cell>
            <Cell className="min-w-28">
              {item.deadline ? (
                <Deadline item={item} today={item.today} />
              ) : (
                <Missing word="deadline" />
              )}
            </Cell>
            <Cell className="whitespace-nowrap">
              <Link
                href={`/actions#ai-${item.id}`}
                className="touch-target relative inline-flex min-h-6 items-center rounded-sm text-link hover:underline"
              >
                {COLUMN_NAMES[columnOf(item.status)]}
                <span className="sr-only">: AI-{item.id} on the board</span>
              </Link>
            </Cell>
            <Cell className="min-w-20">
              <Quality item={item} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Cell({ className, ...props }: ComponentProps<"td">) {
  return (
    <TableCell
      role="cell"
      className={cn("max-sm:h-auto max-sm:border-0 max-sm:p-0", className)}
      {...props}
    />
  );
}

/** The table's column says what is not set; a card has no column and says it itself. */
function Missing({ word }: { word: string }) {
  return (
    <span className="text-muted-foreground">
      <span className="sm:hidden">No {word}</span>
      <span className="max-sm:hidden">Not set</span>
    </span>
  );
}

/** The number, which opens to what would raise it. */
function Quality({ item }: { item: IncidentItem }) {
  const { score, advice } = qualityOf({
    title: item.title,
    owner: item.owner,
    priority: item.priority,
    type: item.type,
    deadline: item.deadline,
  });
  const number = (
    <>
      <span className="sm:hidden">Quality </span>
      {score}
    </>
  );
  if (advice.length === 0) return <span className="tabular-nums">{number}</span>;
  return (
    <details>
      <summary className="touch-target relative min-h-6 content-center rounded-sm tabular-nums">
        {number}
        <span className="sr-only"> of 100: what would raise it</span>
      </summary>
      <ul className="mt-1 w-52 list-disc ps-4 text-[0.8125rem] leading-5 text-muted-foreground">
        {advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
