import Link from "next/link";
import { RailCard } from "@/components/incidents/detail/rail-card";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import type { Command } from "@/db/queries/command";
import { COMMANDER } from "@/lib/domain/roles";
import { RoleRow, type RoleActions } from "./role-row";
import { ShiftPrompt } from "./shift";

type RolesCardProps = {
  incident: IncidentDetail["incident"];
  command: Command;
  /** Missing for those who may not change roles. */
  actions: RoleActions | undefined;
};

const DIRECTORY = "directory-of-people";
const NEEDING_A_LEAD: readonly string[] = ["SEV1", "SEV2"];

/** Who does what, and since when. */
export function RolesCard({ incident, command, actions }: RolesCardProps) {
  const { key, severity, isOver } = incident;
  const briefPath = `/incidents/${key}/handover`;
  const [lead] = command.roles.find(({ role }) => role === COMMANDER)?.holders ?? [];

  return (
    <RailCard title="Roles">
      <div id="roles" tabIndex={-1}>
        {!isOver && !lead && NEEDING_A_LEAD.includes(severity) && (
          <p className="mb-3 rounded-md bg-warning-surface px-2.5 py-1.5 text-[0.8125rem] leading-5 text-warning">
            A {severity} needs a commander, and nobody is.
          </p>
        )}
        {!isOver && lead?.since && (
          <ShiftPrompt since={lead.since} person={lead.person} briefPath={briefPath} />
        )}
        <ul className="grid gap-3">
          {command.roles.map((view) => (
            <RoleRow
              key={view.role}
              view={view}
              incidentKey={key}
              me={command.me}
              directory={DIRECTORY}
              actions={actions}
            />
          ))}
        </ul>
        <p className="mt-3 border-t border-border pt-2.5 text-[0.8125rem]">
          <Link href={briefPath} className="touch-target text-link hover:underline">
            Handover brief
          </Link>
        </p>
        {actions && (
          <datalist id={DIRECTORY}>
            {command.directory.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        )}
      </div>
    </RailCard>
  );
}
