import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import type { OpenInvitation } from "@/db/queries/auth/account-links";
import { ROLE_LABELS } from "@/lib/domain/permissions";

type OpenInvitationsProps = { invitations: OpenInvitation[]; revokeAction: FormAction };

/** Who was invited and did not come yet. */
export function OpenInvitations({ invitations, revokeAction }: OpenInvitationsProps) {
  return (
    <Card aria-labelledby="invited">
      <CardHeader>
        <CardTitle id="invited">Invited</CardTitle>
      </CardHeader>
      <ul aria-label="Invitations" className="divide-y divide-border border-t border-border">
        {invitations.map(({ id, email, role, person, createdBy, createdAt, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
            <div>
              <p className="font-medium wrap-anywhere">{email}</p>
              <p className="text-[0.8125rem] text-muted-foreground">
                {ROLE_LABELS[role ?? "viewer"]}
                {person && `, as ${person}`}. By {createdBy}, <Time at={createdAt} show="age" />;
                the link ends <Time at={expiresAt} show="age" />.
              </p>
            </div>
            <ChangeButton action={revokeAction} fields={{ id }}>
              Take back<span className="sr-only"> the invitation of {email}</span>
            </ChangeButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
