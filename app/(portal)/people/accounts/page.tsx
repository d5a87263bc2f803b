import Link from "next/link";
import { notFound } from "next/navigation";
import { AccountTable } from "@/components/accounts/account-table";
import { Invite } from "@/components/accounts/invite";
import { OpenInvitations } from "@/components/accounts/open-invitations";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { listAccounts } from "@/db/queries/accounts";
import { listOpenInvitations } from "@/db/queries/auth/account-links";
import { listPeople } from "@/db/queries/people";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { can } from "@/lib/domain/permissions";
import { inviteAction, revokeInvitationAction } from "./actions";

export const metadata = { title: "Accounts" };

export default async function AccountsPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "account:manage")) notFound();
  const invitations = listOpenInvitations(utcNow());

  return (
    <>
      <PageHeader
        title="Accounts"
        description="Who can sign in, and what they may do."
        actions={
          <Button asChild variant="outline">
            <Link href="/people">People</Link>
          </Button>
        }
      />
      <div className="grid grid-cols-1 gap-6">
        <AccountTable accounts={listAccounts()} />
        {invitations.length > 0 && (
          <OpenInvitations invitations={invitations} revokeAction={revokeInvitationAction} />
        )}
        <Card aria-labelledby="invite">
          <CardHeader>
            <CardTitle id="invite">Invite somebody</CardTitle>
            <CardDescription>
              A mail with a link goes to them. You are shown it once too, to hand it over.
            </CardDescription>
          </CardHeader>
          <CardContent>
            <Invite action={inviteAction} names={listPeople().map(({ name }) => name)} />
          </CardContent>
        </Card>
      </div>
    </>
  );
}
