import { Lock } from "lucide-react";
import type { FormAction } from "@/components/form/use-form";
import { RailCard } from "@/components/incidents/detail/rail-card";
import type { Command } from "@/db/queries/command";
import { AddMember, PrivacyChoice, RemoveMember } from "./privacy-forms";

export type PrivacyActions = {
  makePrivate: FormAction;
  makeVisible: FormAction;
  addMember: FormAction;
  removeMember: FormAction;
};

type PrivacyCardProps = {
  incident: { key: string; isPrivate: boolean };
  command: Command;
  /** Missing for those who may not change it. */
  actions: PrivacyActions | undefined;
};

/** Who can see the incident, and the ways to change that. */
export function PrivacyCard({ incident, command, actions }: PrivacyCardProps) {
  const { key, isPrivate } = incident;
  return (
    <RailCard title="Who sees it">
      <div id="who-sees" className="grid gap-3 text-[0.8125rem] leading-5">
        {isPrivate ? (
          <Members incidentKey={key} command={command} actions={actions} />
        ) : (
          <p>Everyone who signs in.</p>
        )}
        {actions && isPrivate && (
          <PrivacyChoice action={actions.makeVisible} incidentKey={key}>
            Make visible to everyone
          </PrivacyChoice>
        )}
        {actions && !isPrivate && (
          <>
            <p className="text-muted-foreground">
              A private incident is there for its people and admins only. For everybody else no
              list, search or number knows of it.
            </p>
            <PrivacyChoice action={actions.makePrivate} incidentKey={key}>
              Make private
            </PrivacyChoice>
          </>
        )}
      </div>
    </RailCard>
  );
}

type MembersProps = {
  incidentKey: string;
  command: Command;
  actions: PrivacyActions | undefined;
};

function Members({ incidentKey, command: { members, candidates }, actions }: MembersProps) {
  return (
    <>
      <p className="flex items-start gap-2">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
        Private: these people and admins. It cannot be shared or published.
      </p>
      {members.length > 0 && (
        <ul aria-label="Members" className="grid gap-1">
          {members.map((member) => (
            <li
              key={member.userId}
              className="flex flex-wrap items-center justify-between gap-x-3 border-t border-border pt-1"
            >
              <span>
                {member.name} <span className="text-muted-foreground">{member.role}</span>
              </span>
              {actions && (
                <RemoveMember
                  member={member}
                  incidentKey={incidentKey}
                  action={actions.removeMember}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {actions && candidates.length > 0 && (
        <AddMember incidentKey={incidentKey} accounts={candidates} action={actions.addMember} />
      )}
    </>
  );
}
