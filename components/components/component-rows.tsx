import Link from "next/link";
import { ComponentWord } from "@/components/status-words/component-word";
import { Time } from "@/components/time";
import type { Component } from "@/db/queries/components";
import { EditComponent, type EditOptions } from "./edit-component";
import { RowButtons, type RowActions } from "./row-buttons";

export type ComponentActions = RowActions & {
  editComponent: RowActions["move"];
  editGroup: RowActions["move"];
};

type Shown = EditOptions & {
  /** Missing for those who may only look. */
  actions: ComponentActions | undefined;
};

type ComponentRowsProps = Shown & { places: (Component & { members: Component[] })[] };

/** Groups and components in the page's order, each component with how it is since when. */
export function ComponentRows({ places, ...shown }: ComponentRowsProps) {
  if (places.length === 0) {
    return (
      <p className="px-4 pb-4 text-muted-foreground">
        None yet. The status page speaks of incidents alone until there is one.
      </p>
    );
  }
  return (
    <ul aria-label="Components" className="divide-y divide-border border-t border-border">
      {places.map((place, index) => (
        <li key={place.id}>
          <Row component={place} {...shown} place={{ index, count: places.length }} />
          {place.isGroup && <Members group={place.name} members={place.members} {...shown} />}
        </li>
      ))}
    </ul>
  );
}

function Members({ group, members, ...shown }: Shown & { group: string; members: Component[] }) {
  if (members.length === 0) {
    return <p className="px-4 pb-3 ps-8 text-muted-foreground">No components in this group yet.</p>;
  }
  return (
    <ul aria-label={group} className="ms-4 divide-y divide-border border-s-2 border-border">
      {members.map((member, index) => (
        <li key={member.id}>
          <Row component={member} {...shown} place={{ index, count: members.length }} />
        </li>
      ))}
    </ul>
  );
}

type RowProps = Shown & { component: Component; place: { index: number; count: number } };

function Row({ component, services, groups, actions, place }: RowProps) {
  const { publicId, name, description, isGroup } = component;
  const Heading = component.groupId === null ? "h3" : "h4";
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0">
        <Heading className="font-medium wrap-anywhere">
          {isGroup ? (
            name
          ) : (
            <Link
              href={`/components/${publicId}`}
              className="touch-target text-link hover:underline"
            >
              {name}
            </Link>
          )}
        </Heading>
        {description && <p className="text-muted-foreground wrap-anywhere">{description}</p>}
        {!isGroup && <Facts component={component} />}
      </div>
      {actions && (
        <>
          <RowButtons component={component} place={place} actions={actions} />
          <EditComponent
            component={component}
            services={services}
            groups={groups}
            action={isGroup ? actions.editGroup : actions.editComponent}
          />
        </>
      )}
    </div>
  );
}

function Facts({ component }: { component: Component }) {
  const { status, statusAt, service, showsUptime, isOnlyShownDegraded } = component;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-[0.8125rem] text-muted-foreground">
      <ComponentWord status={status} />
      <span>
        since <Time at={statusAt} />
      </span>
      {service && <span>Stands for {service}</span>}
      {!showsUptime && <span>Without uptime</span>}
      {isOnlyShownDegraded && <span>Shown only while something is wrong</span>}
    </p>
  );
}
