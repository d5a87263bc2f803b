import { notFound } from "next/navigation";
import { AccountAccess } from "@/components/accounts/account-access";
import { AccountPerson } from "@/components/accounts/account-person";
import { SessionList } from "@/components/account/session-list";
import { ChangeButton } from "@/components/form/change-button";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { findAccount } from "@/db/queries/accounts";
import { listIdentities } from "@/db/queries/auth/identities";
import { listSessions } from "@/db/queries/auth/sessions";
import { listPeople } from "@/db/queries/people";
import { listTeams, teamsOfPeople } from "@/db/queries/teams";
import { getSessionId, requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { can } from "@/lib/domain/permissions";
import { addTeamMemberAction, removeTeamMemberAction } from "../../../teams/actions";
import {
  changeRoleAction,
  disableAccountAction,
  enableAccountAction,
  endSessionsAction,
  linkPersonAction,
  makeResetLinkAction,
  removeFactorOfAction,
  unlinkProviderOfAction,
} from "../actions";

type AccountPageProps = { params: Promise<{ account: string }> };

export const metadata = { title: "Account" };

export default async function AccountPage({ params }: AccountPageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "account:manage")) notFound();
  const account = findAccount(Number((await params).account));
  if (!account) notFound();
  const { id, name, email, disabledAt, personId } = account;
  const sessions = listSessions(id, utcNow());

  return (
    <>
      <PageHeader
        title={name}
        description={`${email}${disabledAt === null ? "" : ". This account is closed."}`}
      />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <AccountAccess
          account={account}
          identities={listIdentities(id)}
          roleAction={changeRoleAction}
          disableAction={disableAccountAction}
          enableAction={enableAccountAction}
          resetAction={makeResetLinkAction}
          removeFactorAction={removeFactorOfAction}
          unlinkAction={unlinkProviderOfAction}
        />
        <AccountPerson
          account={account}
          names={listPeople().map((person) => person.name)}
          inTeams={personId === null ? [] : (teamsOfPeople().get(personId) ?? [])}
          teams={listTeams()}
          linkAction={linkPersonAction}
          addAction={addTeamMemberAction}
          removeAction={removeTeamMemberAction}
        />
        <Card aria-labelledby="sessions" className="lg:col-span-2">
          <CardHeader>
            <CardTitle id="sessions">Sessions</CardTitle>
          </CardHeader>
          <CardContent className="grid gap-3">
            <SessionList
              sessions={sessions}
              own={await getSessionId()}
              endAction={endSessionsAction}
              fields={{ userId: id }}
            />
            {sessions.length > 1 && (
              <ChangeButton action={endSessionsAction} fields={{ userId: id }}>
                End all of them
              </ChangeButton>
            )}
          </CardContent>
        </Card>
      </div>
    </>
  );
}
