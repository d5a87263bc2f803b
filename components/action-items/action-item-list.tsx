import Link from "next/link";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { IncidentActionItem } from "@/db/queries/action-items";
import { qualityOf } from "@/lib/domain/action-quality";
import { COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import { Deadline } from "./deadline";

type ActionItemListProps = {
  items: IncidentActionItem[];
  /** The calendar day it is now. */
  today: string;
};

/** An incident's action items, each with how well it can be followed up. */
export function ActionItemList({ items, today }: ActionItemListProps) {
  if (items.length === 0) return <p className="text-muted-foreground">No action items yet.</p>;
  return (
    <Table label="Action items">
      <TableHeader>
        <TableRow>
          <TableHead>Action</TableHead>
          <TableHead>Owner</TableHead>
          <TableHead>Priority</TableHead>
          <TableHead>Deadline</TableHead>
          <TableHead>Status</TableHead>
          <TableHead>Quality</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {items.map((item) => (
          <TableRow key={item.id}>
            <TableCell className="min-w-56 font-medium wrap-anywhere">{item.title}</TableCell>
            <TableCell>{item.person ?? item.owner ?? "No owner"}</TableCell>
            <TableCell>{item.priority ?? "Not set"}</TableCell>
            <TableCell className="min-w-28">
              {item.deadline ? <Deadline item={item} today={today} /> : "Not set"}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <Link
                href={`/actions#ai-${item.id}`}
                className="relative rounded-sm text-link hover:underline"
              >
                {COLUMN_NAMES[columnOf(item.status)]}
                <span className="sr-only">: AI-{item.id} on the board</span>
              </Link>
            </TableCell>
            <TableCell className="min-w-20">
              <Quality item={item} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The number, which opens to what would raise it. */
function Quality({ item }: { item: IncidentActionItem }) {
  const { score, advice } = qualityOf({
    title: item.title,
    owner: item.owner,
    priority: item.priority,
    type: item.type,
    deadline: item.deadline,
  });
  if (advice.length === 0) return <span className="tabular-nums">{score}</span>;
  return (
    <details>
      <summary className="relative rounded-sm tabular-nums">
        {score}
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
