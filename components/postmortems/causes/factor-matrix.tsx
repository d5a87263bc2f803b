import Link from "next/link";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CauseAction, Causes } from "@/db/queries/causes";
import { actionAddress } from "@/lib/domain/chip";
import { humanize } from "@/lib/format";
import type { CausesActions } from "./causes-actions";
import { keyedFactors } from "./keyed-factors";
import { MatrixForm } from "./matrix-form";
import { MatrixReading } from "./matrix-reading";

type FactorMatrixProps = {
  incidentKey: string;
  causes: Causes;
  owners: string[];
  /** Left out for those who may only read. */
  actions: CausesActions | undefined;
};

/** How many action items have a column; those that are linked beyond them are kept. */
const MOST_COLUMNS = 40;

/**
 * A row for each factor and a column for each action item. On narrow screens each row becomes a list; the
 * roles are spelled out because a browser forgets that a table is one once its display changes.
 */
export function FactorMatrix({ incidentKey, causes, owners, actions }: FactorMatrixProps) {
  const columns = causes.actions.slice(0, MOST_COLUMNS);
  const more = causes.actions.length - columns.length;
  return (
    <>
      <Table
        label="Which action answers which factor"
        aria-label="Which action answers which factor"
        role="table"
        className="max-md:block"
      >
        <TableHeader role="rowgroup" className="max-md:sr-only">
          <TableRow role="row">
            <TableHead role="columnheader" className="w-72 ps-0 pb-2 align-bottom">
              Factor
            </TableHead>
            {columns.map((item) => (
              <TableHead
                key={item.id}
                role="columnheader"
                className="min-w-32 py-2 align-bottom whitespace-normal"
              >
                <ColumnTitle item={item} />
              </TableHead>
            ))}
            {actions && (
              <TableHead role="columnheader">
                <span className="sr-only">Save</span>
              </TableHead>
            )}
          </TableRow>
        </TableHeader>
        <TableBody role="rowgroup" className="max-md:block max-md:divide-y max-md:divide-border">
          {keyedFactors(causes.factors).map(({ key, factor }) =>
            actions ? (
              <MatrixForm
                key={key}
                incidentKey={incidentKey}
                factor={factor}
                columns={columns}
                owners={owners}
                linkAction={actions.linkFactor}
                createAction={actions.createAction}
              />
            ) : (
              <MatrixReading key={key} factor={factor} columns={columns} />
            ),
          )}
        </TableBody>
      </Table>
      {more > 0 && (
        <p className="mt-2 text-[0.8125rem] text-muted-foreground">
          The first {MOST_COLUMNS} actions are shown. {more} more stand on the board.
        </p>
      )}
    </>
  );
}

function ColumnTitle({ item }: { item: CauseAction }) {
  return (
    <span className="grid gap-0.5">
      <Link
        href={actionAddress(item.id)}
        prefetch={false}
        className="touch-target relative w-fit text-link hover:underline"
      >
        AI-{item.id}
      </Link>
      <span className="line-clamp-4 font-normal wrap-anywhere text-foreground">{item.title}</span>
      <span className="font-normal">{humanize(item.type ?? "no type")}</span>
    </span>
  );
}
