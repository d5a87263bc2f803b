import { ActionsNav } from "@/components/action-items/actions-nav";
import { PolicyDays } from "@/components/action-items/deadlines/policy-days";
import { PolicyForm } from "@/components/action-items/deadlines/policy-form";
import { StateLegend } from "@/components/action-items/deadlines/state-legend";
import { ChangeButton } from "@/components/form/change-button";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { findPolicyChange, listPolicy } from "@/db/queries/deadline-policies";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { changePolicyAction, restorePolicyAction } from "./actions";

export const metadata = { title: "Deadlines" };

export default async function DeadlinesPage() {
  const viewer = await requireViewer();
  const canManage = can(viewer, "deadline:manage");
  const policy = listPolicy();
  const changed = findPolicyChange();

  return (
    <>
      <PageHeader
        title="Deadlines"
        description="An action item gets its day from its priority and its incident’s severity, counted in the working days of its team from the day on which it was made. Whoever sets another day says why."
      />
      <ActionsNav shown="deadlines" />
      <div className="grid max-w-5xl gap-5">
        <Card aria-labelledby="policy" className="min-w-0">
          <CardHeader>
            <CardTitle id="policy">The policy</CardTitle>
            <CardDescription>
              {changed ? (
                <>
                  Changed by {changed.changedBy}, <Time at={changed.changedAt} show="age" />
                </>
              ) : (
                "These are the built-in days."
              )}
            </CardDescription>
          </CardHeader>
          <CardContent className="grid gap-4">
            {canManage ? (
              <PolicyForm policy={policy} action={changePolicyAction} />
            ) : (
              <PolicyDays policy={policy} />
            )}
            <p className="text-[0.8125rem] leading-5 text-muted-foreground">
              {canManage && "An empty field is no limit. "}Work without a team counts Monday to
              Friday in UTC. An item without a priority is to have an owner as soon as a P2, and
              gets no day. A change holds for items to come, and for those whose priority or
              severity changes: days that are set stay.
            </p>
            {canManage && changed && (
              <div className="flex">
                <ChangeButton action={restorePolicyAction} fields={{}}>
                  Put the built-in days back
                </ChangeButton>
              </div>
            )}
          </CardContent>
        </Card>
        <Card aria-labelledby="states">
          <CardHeader>
            <CardTitle id="states">What the words on a card mean</CardTitle>
          </CardHeader>
          <CardContent>
            <StateLegend />
          </CardContent>
        </Card>
      </div>
    </>
  );
}
