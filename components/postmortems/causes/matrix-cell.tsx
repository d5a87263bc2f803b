import type { ComponentProps, ReactNode } from "react";
import { TableCell } from "@/components/ui/table";
import type { CauseFactor } from "@/db/queries/causes";
import { cn } from "@/lib/utils";
import { CategoryWords, GapWords, LinkedWords } from "./factor-words";

/** A cell that is a line of its own on narrow screens. */
export function MatrixCell({ className, ...props }: ComponentProps<"td">) {
  return (
    <TableCell
      role="cell"
      className={cn(
        "max-md:block max-md:h-auto max-md:border-0 max-md:px-0 max-md:py-1",
        className,
      )}
      {...props}
    />
  );
}

type FactorHeadProps = { id?: string; factor: CauseFactor; children?: ReactNode };

/** The head of a factor's row: its words, its category, and whether anything answers it. */
export function FactorHead({ id, factor, children }: FactorHeadProps) {
  return (
    <th
      scope="row"
      role="rowheader"
      className={cn(
        "min-w-64 border-b border-border py-3 pe-3 text-start align-top font-normal group-last/row:border-b-0",
        "max-md:block max-md:border-0 max-md:pb-1",
      )}
    >
      <div className="grid gap-1">
        <p id={id} className="font-medium wrap-anywhere">
          {factor.text}
        </p>
        <CategoryWords factor={factor} />
        {factor.actions.length === 0 && <GapWords factor={factor} />}
        <LinkedWords factor={factor} />
        {children}
      </div>
    </th>
  );
}

export const ROW_CLASSES = "max-md:block max-md:py-3 max-md:first:pt-0";

/** What a cell says where the actions' type proposes the link. */
export function Proposed() {
  return <span className="text-xs leading-5 text-info">proposed</span>;
}
