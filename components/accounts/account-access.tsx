import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { Account } from "@/db/queries/accounts";
import type { OwnIdentity } from "@/db/queries/auth/identities";
import { ChooseRole } from "./choose-role";
import type { LinkAction } from "./handed-link";
import { ResetLink } from "./reset-link";

type AccountAccessProps = {
  account: Account;
  identities: OwnIdentity[];
  roleAction: FormAction;
  disableAction: FormAction;
  enableAction: FormAction;
  resetAction: LinkAction;
  removeFactorAction: FormAction;
  unlinkAction: FormAction;
};

/** What an account may do, and how its person comes in. Each change of it ends its sessions. */
export function AccountAccess({
  account: { id: userId, role, disabledAt, factorAt },
  identities,
  ...actions
}: AccountAccessProps) {
  const isOpen = disabledAt === null;
  return (
    <Card aria-labelledby="access">
      <CardHeader>
        <CardTitle id="access">Access</CardTitle>
      </CardHeader>
      <CardContent className="grid justify-items-start gap-4">
        <ChooseRole userId={userId} role={role} action={actions.roleAction} />
        {isOpen && <ResetLink userId={userId} action={actions.resetAction} />}
        {factorAt !== null && (
          <ChangeButton action={actions.removeFactorAction} fields={{ userId }} variant="outline">
            Remove the second factor
          </ChangeButton>
        )}
        {identities.map(({ id, email, issuer }) => (
          <ChangeButton
            key={id}
            action={actions.unlinkAction}
            fields={{ userId, id }}
            variant="outline"
          >
            Disconnect {email ?? issuer}
          </ChangeButton>
        ))}
        <ChangeButton
          action={isOpen ? actions.disableAction : actions.enableAction}
          fields={{ userId }}
          variant="outline"
        >
          {isOpen ? "Close this account" : "Open this account again"}
        </ChangeButton>
      </CardContent>
    </Card>
  );
}
