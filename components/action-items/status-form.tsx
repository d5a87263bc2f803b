"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { NativeSelect } from "@/components/ui/native-select";
import { ACTION_ITEM_STATUSES, COLUMN_NAMES, type ActionItemStatus } from "@/lib/domain/board";

type StatusFormProps = { id: number; column: ActionItemStatus; action: FormAction };

/** Moves an item to the top of another column. Done and Won't do ask for more then. */
export function StatusForm({ id, column, action }: StatusFormProps) {
  const { form, result, attempt, values } = useForm(action);
  return (
    <form key={`${attempt} ${column}`} {...form} className="grid gap-2">
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="from" value={column} />
      <div className="flex gap-2">
        <NativeSelect name="to" aria-label="Column" defaultValue={values.to ?? column}>
          {ACTION_ITEM_STATUSES.map((status) => (
            <option key={status} value={status}>
              {COLUMN_NAMES[status]}
            </option>
          ))}
        </NativeSelect>
        <SubmitButton variant="outline">Move</SubmitButton>
      </div>
    </form>
  );
}
