import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";

type RemoveSourceProps = { source: { id: number; name: string }; action: FormAction };

/** Deletes a source, after saying what goes with it. */
export const RemoveSource = ({ source: { id, name }, action }: RemoveSourceProps) => (
  <Disclosure summary="Delete this source" className="text-muted-foreground">
    <p className="mb-2 max-w-prose">
      Its alerts and all that it sent are deleted with it. Incidents and their timelines stay.
    </p>
    <ChangeButton action={action} fields={{ id }} variant="outline">
      Delete {name}
    </ChangeButton>
  </Disclosure>
);
