import { SubmitButton } from "@/components/form/submit-button";
import { buttonVariants } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { ACTION_ITEM_STATUSES, COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import { cn } from "@/lib/utils";

type MoveMenuProps = {
  card: { id: number; status: string | null; version: number };
  submitMove: (form: FormData) => void;
};

/** Moves a card without dragging it: a column and a place in it. It works without JavaScript. */
export function MoveMenu({ card, submitMove }: MoveMenuProps) {
  return (
    <details name="move-menu" className="open:w-full">
      <summary
        className={cn(
          buttonVariants({ variant: "ghost", size: "sm" }),
          "h-7 list-none px-2 [&::-webkit-details-marker]:hidden",
        )}
      >
        Move<span className="sr-only"> AI-{card.id}</span>
      </summary>
      <form
        action={submitMove}
        data-move={card.id}
        className="mt-1 grid grid-cols-[1fr_4.5rem] gap-2 rounded-md border border-border p-2"
      >
        <input type="hidden" name="id" value={card.id} />
        <input type="hidden" name="version" value={card.version} />
        <label className="grid gap-1 text-xs">
          Column
          <NativeSelect name="to" defaultValue={columnOf(card.status)}>
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
    </details>
  );
}
