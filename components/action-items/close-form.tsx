"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { COLUMN_NAMES } from "@/lib/domain/board";
import type { ClosedColumn } from "@/lib/domain/closing";
import { ClosingFields } from "./closing-fields";

export type CloseFormProps = {
  item: {
    id: number;
    version: number;
    evidenceKind: string | null;
    evidence: string | null;
    dropReason: string | null;
  };
  to: ClosedColumn;
  /** True where the item is in that column already, and only the words change. */
  isThere: boolean;
  /** The place in the column that somebody chose, from 1; its end where none. */
  place?: number | undefined;
  action: FormAction;
};

/** Brings an item to Done with its proof, or to Won't do with the reason. */
export function CloseForm({ item, to, isThere, place, action }: CloseFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const standing = {
    ...(item.evidenceKind && { evidenceKind: item.evidenceKind }),
    ...(item.evidence && { evidence: item.evidence }),
    ...(item.dropReason && { reason: item.dropReason }),
  };
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="to" value={to} />
      {place !== undefined && <input type="hidden" name="place" value={place} />}
      <ClosingFields to={to} values={{ ...standing, ...values }} problems={problems} />
      <SubmitButton size="sm" className="w-fit">
        {isThere ? "Save" : `Move to ${COLUMN_NAMES[to]}`}
      </SubmitButton>
    </form>
  );
}
