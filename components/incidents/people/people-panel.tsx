import type { FormAction } from "@/components/form/use-form";
import { PeopleCard } from "@/components/incidents/detail/people-card";
import type { Command } from "@/db/queries/command";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import { roleOf } from "@/lib/domain/roles";
import { PrivacyCard, type PrivacyActions } from "./privacy-card";
import type { RoleActions } from "./role-row";
import { RolesCard } from "./roles-card";

type PeoplePanelProps = {
  detail: IncidentDetail;
  command: Command;
  /** Each is missing for those who may not do it. */
  actions: {
    roles: RoleActions | undefined;
    privacy: PrivacyActions | undefined;
    confirm: FormAction | undefined;
  };
};

/** The people of an incident: who does what, who else took part, and who may see it. */
export function PeoplePanel({ detail, command, actions }: PeoplePanelProps) {
  const { incident, people, onCall } = detail;
  return (
    <>
      <RolesCard incident={incident} command={command} actions={actions.roles} />
      <PeopleCard
        people={people.filter(({ role }) => roleOf(role) === undefined)}
        onCall={onCall}
        likely={command.likely}
        confirmAction={actions.confirm}
      />
      {(actions.privacy || incident.isPrivate) && (
        <PrivacyCard incident={incident} command={command} actions={actions.privacy} />
      )}
    </>
  );
}
