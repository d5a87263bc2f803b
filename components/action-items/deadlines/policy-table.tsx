import type { ReactNode } from "react";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { PRIORITIES } from "@/lib/domain/board";
import type { PolicyRow } from "@/lib/domain/deadline-policy";
import { SEVERITIES } from "@/lib/domain/incident";
import type { RulePart } from "@/lib/domain/policy-form";

export const PART_NAMES: Record<RulePart, string> = {
  finishDays: "Working days until it is done",
  assignDays: "Working days until it has an owner",
};

type PolicyTableProps = {
  part: RulePart;
  policy: PolicyRow[];
  /** What stands in a rule's place. */
  cell: (row: PolicyRow) => ReactNode;
};

/** One part of each rule: a row for every priority, a column for every severity. */
export function PolicyTable({ part, policy, cell }: PolicyTableProps) {
  return (
    <Table label={PART_NAMES[part]} className="w-auto">
      <TableHeader>
        <TableRow>
          <TableHead className="max-sm:px-1">Priority</TableHead>
          {SEVERITIES.map((severity) => (
            <TableHead key={severity} className="max-sm:px-1">
              {severity}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {PRIORITIES.map((priority) => (
          <TableRow key={priority}>
            <th
              scope="row"
              className="border-b border-border px-3 text-start font-medium group-last/row:border-b-0 max-sm:px-1"
            >
              {priority}
            </th>
            {policy
              .filter((row) => row.priority === priority)
              .map((row) => (
                <TableCell key={row.severity} className="max-sm:px-1 sm:min-w-22">
                  {cell(row)}
                </TableCell>
              ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
