import type { ReactNode } from "react";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";

export type NumberRow = { id: string; head: ReactNode; cells: ReactNode[]; bar?: ReactNode };

type NumberTableProps = {
  label: string;
  /** The head of the first column, and of those with numbers. */
  heads: [string, ...string[]];
  rows: NumberRow[];
  /** The head of the drawing behind the numbers, where there is one. */
  drawn?: string;
};

/** Numbers with what they are of, and a bar behind them. */
export function NumberTable({ label, heads: [first, ...heads], rows, drawn }: NumberTableProps) {
  return (
    <Table label={label}>
      <TableHeader>
        <TableRow>
          <TableHead>{first}</TableHead>
          {heads.map((head) => (
            <TableHead key={head} className="text-end">
              {head}
            </TableHead>
          ))}
          {drawn && <TableHead className="w-2/5 min-w-36">{drawn}</TableHead>}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ id, head, cells, bar }) => (
          <TableRow key={id}>
            <th
              scope="row"
              className="min-w-20 border-b border-border px-3 py-2 text-start font-medium wrap-anywhere group-last/row:border-b-0"
            >
              {head}
            </th>
            {cells.map((cell, index) => (
              <TableCell
                key={heads[index]}
                className="text-end whitespace-nowrap tabular-nums max-sm:px-2"
              >
                {cell}
              </TableCell>
            ))}
            {drawn && <TableCell className="min-w-36">{bar}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
