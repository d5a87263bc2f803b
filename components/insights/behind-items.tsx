import Link from "next/link";
import { Time } from "@/components/time";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { BehindItem } from "@/db/queries/insights/behind";
import { setTitle } from "@/lib/domain/insights/sets";
import type { Outcome } from "@/lib/domain/insights/outcomes";
import { formatDate } from "@/lib/format";

type BehindItemsProps = { outcome: Outcome; rows: BehindItem[] };

/** The action items that a number is made of. */
export function BehindItems({ outcome, rows }: BehindItemsProps) {
  return (
    <Table label={setTitle(outcome)}>
      <TableHeader>
        <TableRow>
          <TableHead>Action item</TableHead>
          <TableHead>Incident</TableHead>
          <TableHead>Deadline</TableHead>
          <TableHead>Closed</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ id, title, incidentKey, deadline, closedAt }) => (
          <TableRow key={id}>
            <th
              scope="row"
              className="border-b border-border px-3 py-2 text-start font-normal group-last/row:border-b-0"
            >
              <Link
                href={`/actions/AI-${id}`}
                prefetch={false}
                className="touch-target relative font-medium text-link hover:underline"
              >
                AI-{id}
              </Link>{" "}
              <span className="wrap-anywhere">{title}</span>
            </th>
            <TableCell>
              <Link
                href={`/incidents/${encodeURIComponent(incidentKey)}`}
                prefetch={false}
                className="touch-target relative whitespace-nowrap text-link hover:underline"
              >
                {incidentKey}
              </Link>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {deadline === null ? "–" : formatDate(deadline)}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {closedAt === null ? "–" : <Time at={closedAt} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
