import { ChangeButton } from "@/components/form/change-button";
import { MoveButtons } from "@/components/form/move-buttons";
import type { FormAction } from "@/components/form/use-form";
import type { Component } from "@/db/queries/components";

export type RowActions = { move: FormAction; archive: FormAction };

type RowButtonsProps = {
  component: Pick<Component, "id" | "name">;
  place: { index: number; count: number };
  actions: RowActions;
};

/** Moves a component among those beside it, or takes it off the page. */
export function RowButtons({ component: { id, name }, place, actions }: RowButtonsProps) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      <MoveButtons moved={{ id, name }} place={place} action={actions.move} />
      <ChangeButton action={actions.archive} fields={{ id, isArchived: "true" }}>
        Archive<span className="sr-only"> {name}</span>
      </ChangeButton>
    </div>
  );
}
