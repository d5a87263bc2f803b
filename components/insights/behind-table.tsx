import Link from "next/link";
import { PrivateMark } from "@/components/incidents/people/private-mark";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Time } from "@/components/time";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { BehindIncident } from "@/db/queries/insights/behind";
import { isPromiseSet, isTime, setTitle, type IncidentSet } from "@/lib/domain/insights/sets";
import { formatMinutes } from "@/lib/format";

type BehindTableProps = { set: IncidentSet; rows: BehindIncident[] };

/** The incidents that a number is made of, each with what it adds. */
export function BehindTable({ set, rows }: BehindTableProps) {
  return (
    <Table label={setTitle(set)}>
      <TableHeader>
        <TableRow>
          <TableHead>Incident</TableHead>
          <TableHead>Severity</TableHead>
          <TableHead>Declared</TableHead>
          <TableHead className={set === "causes" ? undefined : "text-end"}>
            {valueHead(set)}
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.key}>
            <th
              scope="row"
              className="border-b border-border px-3 py-2 text-start font-normal group-last/row:border-b-0"
            >
              <Link
                href={`/incidents/${encodeURIComponent(row.key)}`}
                prefetch={false}
                className="touch-target relative font-medium text-link hover:underline"
              >
                {row.key}
              </Link>{" "}
              <span className="wrap-anywhere">{row.title}</span>
              {row.isDrill && <span className="text-muted-foreground"> (drill)</span>}
              {row.isPrivate && <PrivateMark />}
            </th>
            <TableCell>
              <SeverityBadge severity={row.severity} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <Time at={row.declaredAt} />
            </TableCell>
            <TableCell className={set === "causes" ? undefined : "text-end tabular-nums"}>
              {valueText(set, row)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function valueHead(set: IncidentSet): string {
  if (set === "incidents") return "Declared to resolved";
  return isPromiseSet(set) ? "Promises" : setTitle(set);
}

function valueText(set: IncidentSet, { value, factors }: BehindIncident): string {
  if (set === "causes") return factors.join("; ");
  if (isPromiseSet(set)) return String(value ?? 0);
  if (value !== null) return formatMinutes(value);
  return isTime(set) ? "–" : "Not resolved";
}
