import { SquareKanban } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionsNav } from "@/components/action-items/actions-nav";
import { PageHeader } from "@/components/shell/page-header";
import { EditTeam } from "@/components/teams/edit-team";
import { OnCall } from "@/components/teams/on-call";
import { daysInWords } from "@/components/teams/hours-words";
import { RemoveTeam } from "@/components/teams/remove-team";
import { TeamMembers } from "@/components/teams/team-members";
import { TeamServices } from "@/components/teams/team-services";
import { WorkCounts } from "@/components/teams/work-counts";
import { Zones } from "@/components/teams/zones";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { getOnCall } from "@/db/queries/on-call";
import { listPeople } from "@/db/queries/people";
import { listCallable } from "@/db/queries/responders";
import { countTeamWork, NO_WORK } from "@/db/queries/team-work";
import { findTeam, listFreeServices, teamsOfPeople } from "@/db/queries/teams";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { boardPath } from "@/lib/domain/board-filters";
import { can } from "@/lib/domain/permissions";
import {
  addTeamMemberAction,
  addTeamServiceAction,
  editTeamAction,
  removeTeamAction,
  removeTeamMemberAction,
  removeTeamServiceAction,
} from "../actions";
import { coverOnCallAction, endCoverAction, planOnCallAction } from "./on-call/actions";

type TeamPageProps = { params: Promise<{ team: string }> };

export const metadata = { title: "Team" };

export default async function TeamPage({ params }: TeamPageProps) {
  const viewer = await requireViewer();
  const team = findTeam((await params).team);
  if (!team) notFound();
  const canManage = can(viewer, "team:manage");
  const { slug, name, zone, workingDays, lead } = team;
  const members = { add: addTeamMemberAction, remove: removeTeamMemberAction };
  const services = { add: addTeamServiceAction, remove: removeTeamServiceAction };
  const onCall = getOnCall(team, utcNow());
  const cover = { start: coverOnCallAction, end: endCoverAction };

  return (
    <>
      <PageHeader
        title={name}
        description={
          <>
            {lead ? `Led by ${lead.name}. ` : "Nobody leads it. "}
            {daysInWords(workingDays)}, in {zone}.
            <WorkCounts
              team={team}
              work={countTeamWork(viewer, utcNow()).get(team.id) ?? NO_WORK}
            />
          </>
        }
        actions={
          <Button asChild variant="outline">
            <Link href={boardPath({ board: slug })}>
              <SquareKanban aria-hidden />
              Open the board
            </Link>
          </Button>
        }
      />
      <ActionsNav />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <TeamMembers
          team={team}
          teamsOf={teamsOfPeople()}
          people={canManage ? listPeople().map((person) => person.name) : []}
          actions={canManage ? members : undefined}
        />
        <TeamServices
          team={team}
          free={canManage ? listFreeServices() : []}
          actions={canManage ? services : undefined}
        />
        <OnCall
          team={team}
          onCall={onCall}
          callable={listCallable(onCall.now)}
          actions={{
            plan: canManage ? planOnCallAction : undefined,
            cover: can(viewer, "on-call:cover") ? cover : undefined,
          }}
        />
        {canManage && (
          <Card aria-labelledby="edit" className="lg:col-span-2">
            <CardHeader>
              <CardTitle id="edit">Name, hours and lead</CardTitle>
            </CardHeader>
            <CardContent className="grid gap-5">
              <EditTeam team={team} action={editTeamAction} />
              <Zones />
              <RemoveTeam team={team} action={removeTeamAction} />
            </CardContent>
          </Card>
        )}
      </div>
    </>
  );
}
