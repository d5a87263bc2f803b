import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import type { TeamName } from "@/db/queries/teams";

type RemoveTeamProps = { team: TeamName; action: FormAction };

/** Removes a team, after saying what becomes of its items. */
export function RemoveTeam({ team: { slug, name }, action }: RemoveTeamProps) {
  return (
    <Disclosure summary="Remove this team" className="text-muted-foreground">
      <p className="mb-2 max-w-prose">
        Its people, services and action items stay. An item that was given to {name} goes to the
        team of its owner or its service.
      </p>
      <ChangeButton action={action} fields={{ slug }}>
        Remove {name}
      </ChangeButton>
    </Disclosure>
  );
}
