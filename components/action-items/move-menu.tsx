import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/lib/utils";
import { MoveForm, type MoveFormProps } from "./move-form";

/**
 * Moves a card without dragging it. With JavaScript the form is there only while the menu is open:
 * browsers look through every form of a page again and again, and a board has a thousand.
 */
export function MoveMenu(props: MoveFormProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      name="move-menu"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="open:w-full"
    >
      <summary
        className={cn(
          buttonVariants({ variant: "ghost", size: "sm" }),
          "h-7 w-fit list-none px-2 [&::-webkit-details-marker]:hidden",
        )}
      >
        <ArrowLeftRight aria-hidden className="size-3.5" />
        Move<span className="sr-only"> AI-{props.card.id}</span>
      </summary>
      {isOpen ? (
        <MoveForm {...props} takesFocus />
      ) : (
        <noscript>
          <MoveForm {...props} />
        </noscript>
      )}
    </details>
  );
}
