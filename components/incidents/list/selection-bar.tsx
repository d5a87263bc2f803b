import { Download } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";

/** The form to which the rows' boxes belong. */
export const SELECTION = "selection";

type SelectionBarProps = {
  form: RefObject<HTMLFormElement | null>;
  /** How many are selected; 0 without a script, which nobody counts. */
  count: number;
  onReset: () => void;
};

/** What can be done with the rows that are selected; it shows once there are some. */
export function SelectionBar({ form, count, onReset }: SelectionBarProps) {
  return (
    <form
      ref={form}
      id={SELECTION}
      action="/incidents/export.csv"
      onReset={onReset}
      className="sticky bottom-4 z-20 mx-auto mt-4 hidden w-fit items-center gap-3 rounded-lg border border-border bg-popover py-2 ps-4 pe-2 shadow-lg group-has-[td_input:checked]/list:flex print:hidden"
    >
      <p role="status" className="text-[0.8125rem] font-medium tabular-nums">
        {count > 0 ? `${count} selected` : "Selected"}
      </p>
      <Button type="submit" size="sm">
        <Download aria-hidden />
        Export as CSV
      </Button>
      <Button type="reset" size="sm" variant="ghost">
        Clear selection
      </Button>
    </form>
  );
}
