import { ChevronDown, ChevronUp } from "lucide-react";
import { ChangeButton } from "./change-button";
import type { FormAction } from "./use-form";

type MoveButtonsProps = {
  moved: { id: number; name: string };
  place: { index: number; count: number };
  action: FormAction;
};

/** Moves something one place up or down its list. At the ends a button stays, for the focus on it. */
export function MoveButtons({ moved: { id, name }, place, action }: MoveButtonsProps) {
  return (
    <>
      <ChangeButton action={action} fields={{ id, to: "up" }} isOff={place.index === 0}>
        <ChevronUp aria-hidden />
        <span className="sr-only">Move {name} up</span>
      </ChangeButton>
      <ChangeButton
        action={action}
        fields={{ id, to: "down" }}
        isOff={place.index === place.count - 1}
      >
        <ChevronDown aria-hidden />
        <span className="sr-only">Move {name} down</span>
      </ChangeButton>
    </>
  );
}
