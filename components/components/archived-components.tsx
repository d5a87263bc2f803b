import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Component } from "@/db/queries/components";

type ArchivedComponentsProps = {
  components: Component[];
  /** Missing for those who may only look. */
  restoreAction: FormAction | undefined;
};

/** What the status page no longer shows; updates that named it still do. */
export function ArchivedComponents({ components, restoreAction }: ArchivedComponentsProps) {
  return (
    <Card aria-labelledby="archived">
      <CardHeader>
        <CardTitle id="archived">Archived</CardTitle>
        <CardDescription>Earlier updates still name them.</CardDescription>
      </CardHeader>
      <ul className="divide-y divide-border border-t border-border">
        {components.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-4 px-4 py-2">
            <span className="wrap-anywhere">{name}</span>
            {restoreAction && (
              <ChangeButton action={restoreAction} fields={{ id, isArchived: "false" }}>
                Restore<span className="sr-only"> {name}</span>
              </ChangeButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
