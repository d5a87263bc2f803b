import Link from "next/link";
import { Directory } from "@/components/people/directory";
import { UnmatchedAddresses } from "@/components/people/unmatched-addresses";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { listPeople, listProposals } from "@/db/queries/people";
import { listHeldRoles } from "@/db/queries/roles";
import { teamsOfPeople } from "@/db/queries/teams";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { confirmAliasAction, removeAliasAction } from "./actions";

export const metadata = { title: "People" };

export default async function PeoplePage() {
  const viewer = await requireViewer();
  const canConfirm = can(viewer, "person:confirm");
  const people = listPeople();
  const proposals = listProposals();

  return (
    <>
      <PageHeader
        title="People"
        description="Whom the records name. Most of them never sign in."
        actions={
          can(viewer, "account:manage") && (
            <Button asChild variant="outline">
              <Link href="/people/accounts">Accounts</Link>
            </Button>
          )
        }
      />
      <div className="grid gap-6">
        {proposals.length > 0 && (
          <UnmatchedAddresses
            proposals={proposals}
            names={people.map(({ name }) => name)}
            confirmAction={canConfirm ? confirmAliasAction : undefined}
          />
        )}
        {people.length > 0 ? (
          <Directory
            people={people}
            held={listHeldRoles(viewer)}
            teamsOf={teamsOfPeople()}
            removeAction={canConfirm ? removeAliasAction : undefined}
          />
        ) : (
          <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
            No people yet. They come with the first incident.
          </p>
        )}
      </div>
    </>
  );
}
