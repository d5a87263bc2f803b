import { Check } from "lucide-react";
import { TableRow } from "@/components/ui/table";
import type { CauseAction, CauseFactor } from "@/db/queries/causes";
import { FactorHead, MatrixCell, Proposed, ROW_CLASSES } from "./matrix-cell";

type MatrixReadingProps = { factor: CauseFactor; columns: CauseAction[] };

/** A factor's row for those who only read. */
export function MatrixReading({ factor, columns }: MatrixReadingProps) {
  return (
    <TableRow role="row" className={ROW_CLASSES}>
      <FactorHead factor={factor} />
      {columns.map(({ id, title }) =>
        factor.actions.includes(id) ? (
          <MatrixCell key={id}>
            <span className="flex flex-wrap items-center gap-1.5 md:flex-col">
              <Check aria-hidden className="size-4 text-success" />
              <span className="md:hidden">
                AI-{id} {title}
              </span>
              {factor.linked ? <span className="sr-only">answers it</span> : <Proposed />}
            </span>
          </MatrixCell>
        ) : (
          <MatrixCell key={id} className="max-md:hidden">
            <span className="sr-only">does not answer it</span>
          </MatrixCell>
        ),
      )}
    </TableRow>
  );
}
