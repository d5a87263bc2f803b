import Link from "next/link";
import { ActionsNav } from "@/components/action-items/actions-nav";
import { PageHeader } from "@/components/shell/page-header";
import { AddTeam } from "@/components/teams/add-team";
import { TeamList } from "@/components/teams/team-list";
import { Zones } from "@/components/teams/zones";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { countTeamWork, NO_WORK } from "@/db/queries/team-work";
import { listFreeServices, listTeams } from "@/db/queries/teams";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { NO_TEAM } from "@/lib/domain/board-fit";
import { boardPath } from "@/lib/domain/board-filters";
import { can } from "@/lib/domain/permissions";
import { addTeamAction } from "./actions";

export const metadata = { title: "Teams" };

export default async function TeamsPage() {
  const viewer = await requireViewer();
  const canManage = can(viewer, "team:manage");
  const work = countTeamWork(viewer, utcNow());
  const teams = listTeams().map((team) => ({ ...team, work: work.get(team.id) ?? NO_WORK }));
  const loose = work.get(0)?.open ?? 0;
  const free = canManage ? listFreeServices() : [];

  return (
    <>
      <PageHeader
        title="Teams"
        description="An action item is on the board of its owner’s team, else of the team that runs its incident’s service."
      />
      <ActionsNav shown="teams" />
      <div className="grid grid-cols-1 gap-5">
        {teams.length > 0 ? (
          <TeamList teams={teams} />
        ) : (
          <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
            No teams yet. {canManage ? "Add the first one below." : "An admin can add one."}
          </p>
        )}
        {(loose > 0 || free.length > 0) && (
          <div className="grid gap-1 text-[0.8125rem] text-muted-foreground">
            {loose > 0 && (
              <p>
                <Link
                  href={boardPath({ board: NO_TEAM, show: "open" })}
                  className="touch-target text-link hover:underline"
                >
                  {loose === 1 ? "1 open action item" : `${loose} open action items`}
                </Link>{" "}
                of no team.
              </p>
            )}
            {free.length > 0 && (
              <p className="wrap-anywhere">Services of no team: {free.join(", ")}.</p>
            )}
          </div>
        )}
        {canManage && (
          <Card aria-labelledby="add" className="max-w-3xl">
            <CardHeader>
              <CardTitle id="add">Add a team</CardTitle>
            </CardHeader>
            <CardContent>
              <AddTeam action={addTeamAction} />
              <Zones />
            </CardContent>
          </Card>
        )}
      </div>
    </>
  );
}
