import { SubmitButton } from "@/components/form/submit-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { ACTION_ITEM_STATUSES, COLUMN_NAMES, columnOf } from "@/lib/domain/board";

export type MoveFormProps = {
  card: { id: number; status: string | null };
  submitMove: (form: FormData) => void;
  takesFocus?: boolean;
};

/** A column and a place in it, from 1. */
export function MoveForm({ card, submitMove, takesFocus = false }: MoveFormProps) {
  return (
    <form
      action={submitMove}
      data-move={card.id}
      className="mt-1 grid grid-cols-[1fr_4.5rem] gap-2 rounded-md border border-border p-2"
    >
      <input type="hidden" name="id" value={card.id} />
      <input type="hidden" name="from" value={columnOf(card.status)} />
      <label className="grid gap-1 text-xs">
        Column
        <NativeSelect name="to" defaultValue={columnOf(card.status)} autoFocus={takesFocus}>
          {ACTION_ITEM_STATUSES.map((status) => (
            <option key={status} value={status}>
              {COLUMN_NAMES[status]}
            </option>
          ))}
        </NativeSelect>
      </label>
      <label className="grid gap-1 text-xs">
        Place
        <Input type="number" name="place" min={1} required defaultValue={1} />
      </label>
      <SubmitButton size="sm" className="col-span-2">
        Move card
      </SubmitButton>
    </form>
  );
}
