import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Team } from "@/db/queries/teams";
import { AddByName } from "./add-by-name";

type TeamServicesProps = {
  team: Team;
  /** Services of no team; missing, like the actions, for those who may only look. */
  free: string[];
  actions: { add: FormAction; remove: FormAction } | undefined;
};

/** What a team runs. Items that nobody owns come to it by their incident's service. */
export function TeamServices({ team, free, actions }: TeamServicesProps) {
  const { slug, name, services } = team;
  return (
    <Card aria-labelledby="services">
      <CardHeader>
        <CardTitle id="services">Services</CardTitle>
        <CardDescription>
          Items of their incidents come here too, if their owner is in no team.
        </CardDescription>
      </CardHeader>
      {services.length === 0 && <p className="px-4 pb-4 text-muted-foreground">None yet.</p>}
      <ul
        aria-label="Services"
        className="divide-y divide-border border-t border-border empty:hidden"
      >
        {services.map((service) => (
          <li
            key={service.id}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-4 py-1.5"
          >
            <span className="font-medium wrap-anywhere">{service.name}</span>
            {actions && (
              <ChangeButton action={actions.remove} fields={{ slug, serviceId: service.id }}>
                Remove<span className="sr-only"> {service.name}</span>
              </ChangeButton>
            )}
          </li>
        ))}
      </ul>
      {actions && (
        <CardContent className="border-t border-border pt-4">
          <AddByName
            slug={slug}
            label={`Service of ${name}`}
            name="service"
            hint="As incidents name it, in any case."
            options={free}
            submit="Add service"
            action={actions.add}
          />
        </CardContent>
      )}
    </Card>
  );
}
