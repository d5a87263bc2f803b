import { ChevronDown, ChevronUp } from "lucide-react";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { ComponentWord } from "@/components/status-page/component-word";
import { Time } from "@/components/time";
import type { Component } from "@/db/queries/components";
import type { ServiceOption } from "./component-fields";
import { EditComponent } from "./edit-component";

export type ComponentActions = { edit: FormAction; move: FormAction; archive: FormAction };

type ComponentRowsProps = {
  components: Component[];
  services: ServiceOption[];
  /** Missing for those who may only look. */
  actions: ComponentActions | undefined;
};

/** The components in their order, each with how it is since when. */
export function ComponentRows({ components, services, actions }: ComponentRowsProps) {
  if (components.length === 0) {
    return (
      <p className="px-4 pb-4 text-muted-foreground">
        None yet. The status page speaks of incidents alone until there is one.
      </p>
    );
  }
  return (
    <ul aria-label="Components" className="divide-y divide-border border-t border-border">
      {components.map((component, index) => (
        <Row
          key={component.id}
          component={component}
          services={services}
          actions={actions}
          isFirst={index === 0}
          isLast={index === components.length - 1}
        />
      ))}
    </ul>
  );
}

type RowProps = Omit<ComponentRowsProps, "components"> & {
  component: Component;
  isFirst: boolean;
  isLast: boolean;
};

function Row({ component, services, actions, isFirst, isLast }: RowProps) {
  const { id, name, description, service, status, statusAt } = component;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0">
        <h3 className="font-medium wrap-anywhere">{name}</h3>
        {description && <p className="text-muted-foreground wrap-anywhere">{description}</p>}
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-[0.8125rem] text-muted-foreground">
          <ComponentWord status={status} />
          <span>
            since <Time at={statusAt} />
          </span>
          {service && <span>Stands for {service}</span>}
        </p>
      </div>
      {actions && (
        <>
          <div className="flex flex-wrap items-center gap-1">
            {!isFirst && (
              <ChangeButton action={actions.move} fields={{ id, to: "up" }}>
                <ChevronUp aria-hidden />
                <span className="sr-only">Move {name} up</span>
              </ChangeButton>
            )}
            {!isLast && (
              <ChangeButton action={actions.move} fields={{ id, to: "down" }}>
                <ChevronDown aria-hidden />
                <span className="sr-only">Move {name} down</span>
              </ChangeButton>
            )}
            <ChangeButton action={actions.archive} fields={{ id, isArchived: "true" }}>
              Archive<span className="sr-only"> {name}</span>
            </ChangeButton>
          </div>
          <EditComponent component={component} services={services} action={actions.edit} />
        </>
      )}
    </li>
  );
}
