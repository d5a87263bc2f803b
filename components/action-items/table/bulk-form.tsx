import type { Ref } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import type { useForm } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { cn } from "@/lib/utils";
import { BulkFields } from "./bulk-fields";

/** The form to which the rows' boxes belong. */
export const BULK = "bulk";

export type BulkChoices = { owners: string[]; teams: { id: number; name: string }[] };

type BulkFormProps = {
  ref: Ref<HTMLFormElement>;
  sent: ReturnType<typeof useForm>;
  choices: BulkChoices;
  /** How many are ticked; 0 without a script, which nobody counts. */
  count: number;
  onReset: () => void;
};

/** What can be done with the rows that are ticked; it shows once there are some. */
export function BulkForm({ ref, sent, choices, count, onReset }: BulkFormProps) {
  const { form, result, isRefused, values, problems } = sent;
  return (
    <form
      ref={ref}
      id={BULK}
      {...form}
      onReset={onReset}
      aria-label="Change the selected action items"
      className={cn(
        "sticky bottom-4 z-20 hidden rounded-lg border border-border bg-popover p-3 shadow-lg",
        "group-has-[[data-tick]:checked]/table:block print:hidden",
      )}
    >
      <Disclosure
        open={isRefused}
        summary={count > 0 ? `Change ${count} selected` : "Change the selected"}
      >
        <FormError result={result} className="mb-2" />
        <div className="grid max-h-[50dvh] gap-3 overflow-y-auto p-1 sm:grid-cols-2 lg:grid-cols-4">
          <BulkFields choices={choices} values={values} problems={problems} />
        </div>
        <SubmitButton size="sm" className="mt-3">
          Change them
        </SubmitButton>
      </Disclosure>
      <Button type="reset" size="sm" variant="ghost" className="absolute inset-e-2 top-2.5">
        Clear selection
      </Button>
    </form>
  );
}
