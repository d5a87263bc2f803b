import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";

type KindChoicesProps = { isDrill: boolean; isPrivate: boolean };

/** What sets the incident apart from the others, if anything. */
export function KindChoices({ isDrill, isPrivate }: KindChoicesProps) {
  return (
    <div className="grid gap-1">
      <Choice
        name="isDrill"
        isChosen={isDrill}
        hint="An exercise. It says so everywhere and stays out of the numbers."
      >
        This is a drill
      </Choice>
      <Choice
        name="isPrivate"
        isChosen={isPrivate}
        hint="Only its people and admins see it. You and the commander are its first people; for everyone else it is not there, in lists, search and numbers neither."
      >
        Private
      </Choice>
    </div>
  );
}

type ChoiceProps = { name: string; isChosen: boolean; hint: string; children: ReactNode };

function Choice({ name, isChosen, hint, children }: ChoiceProps) {
  return (
    <label className="flex items-start gap-2.5 py-1 pointer-coarse:min-h-11">
      <Checkbox name={name} defaultChecked={isChosen} className="mt-0.5" />
      <span className="grid">
        <span className="font-medium">{children}</span>
        <span className="text-[0.8125rem] leading-5 text-muted-foreground">{hint}</span>
      </span>
    </label>
  );
}
