import { ChevronDown, ChevronUp } from "lucide-react";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import type { Component } from "@/db/queries/components";

export type RowActions = { move: FormAction; archive: FormAction };

type RowButtonsProps = {
  component: Pick<Component, "id" | "name">;
  place: { index: number; count: number };
  actions: RowActions;
};

/** Moves a component among those beside it, or takes it off the page. At the ends a button stays, for the focus on it. */
export function RowButtons({ component: { id, name }, place, actions }: RowButtonsProps) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      <ChangeButton action={actions.move} fields={{ id, to: "up" }} isOff={place.index === 0}>
        <ChevronUp aria-hidden />
        <span className="sr-only">Move {name} up</span>
      </ChangeButton>
      <ChangeButton
        action={actions.move}
        fields={{ id, to: "down" }}
        isOff={place.index === place.count - 1}
      >
        <ChevronDown aria-hidden />
        <span className="sr-only">Move {name} down</span>
      </ChangeButton>
      <ChangeButton action={actions.archive} fields={{ id, isArchived: "true" }}>
        Archive<span className="sr-only"> {name}</span>
      </ChangeButton>
    </div>
  );
}
