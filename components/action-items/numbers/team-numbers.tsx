import Link from "next/link";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { NumbersView } from "@/db/queries/action-numbers";
import type { ActionNumbers, Period } from "@/lib/domain/action-numbers";
import { boardPath } from "@/lib/domain/board-filters";
import { cn } from "@/lib/utils";
import { figuresOf } from "./figures";

const HEADS = [
  "Team",
  "Open",
  "Overdue",
  "Median age",
  "Done in time",
  "Reopened",
  "SEV1/2 in 30 days",
];

type TeamNumbersProps = { numbers: NumbersView; period: Period };

/** The same figures for each team, for reading across. */
export function TeamNumbers({ numbers: { teams, none }, period }: TeamNumbersProps) {
  if (teams.length === 0) {
    return (
      <p className="text-muted-foreground">
        There are no teams yet.{" "}
        <Link href="/teams" className="touch-target relative text-link hover:underline">
          Teams
        </Link>{" "}
        says how items find theirs.
      </p>
    );
  }
  return (
    <Table label="Numbers by team">
      <TableHeader>
        <TableRow>
          {HEADS.map((head, index) => (
            <TableHead key={head} className={cn(index > 0 && "text-end")}>
              {head}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {teams.map(({ slug, name, numbers }) => (
          <TeamRow key={slug} name={name} board={slug} numbers={numbers} period={period} />
        ))}
        {none && <TeamRow name="No team" board="none" numbers={none} period={period} />}
      </TableBody>
    </Table>
  );
}

type TeamRowProps = { name: string; board: string; numbers: ActionNumbers; period: Period };

function TeamRow({ name, board, numbers, period }: TeamRowProps) {
  return (
    <TableRow className="break-inside-avoid">
      <th
        scope="row"
        className="border-b border-border px-3 text-start font-medium group-last/row:border-b-0"
      >
        <Link
          href={boardPath({ board })}
          prefetch={false}
          className="touch-target relative text-link hover:underline"
        >
          {name}
        </Link>
      </th>
      {figuresOf(numbers, { board, period }).map(({ label, value, href, isBad, verdict }) => (
        <TableCell key={label} className="text-end whitespace-nowrap tabular-nums">
          <Link
            href={href}
            prefetch={false}
            className={cn(
              "touch-target relative inline-flex min-h-6 min-w-6 items-center justify-end hover:underline",
              isBad ? "font-medium text-danger" : "text-link",
            )}
          >
            {value}
            <span className="sr-only">
              , {label}, {name}: open the items
            </span>
          </Link>
          {verdict && <p className="text-xs leading-4 text-muted-foreground">{verdict}</p>}
        </TableCell>
      ))}
    </TableRow>
  );
}
