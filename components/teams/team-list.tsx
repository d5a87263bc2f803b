import Link from "next/link";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { TeamWork } from "@/db/queries/team-work";
import type { Team } from "@/db/queries/teams";
import { WorkCounts } from "./work-counts";

type TeamListProps = { teams: (Team & { work: TeamWork })[] };

/** The teams, who leads them, what they run, and how much they have to finish. */
export function TeamList({ teams }: TeamListProps) {
  return (
    <Card aria-labelledby="all-teams">
      <CardHeader>
        <CardTitle id="all-teams">All teams</CardTitle>
      </CardHeader>
      <Table label="Teams" className="min-w-xl">
        <TableHeader>
          <TableRow>
            <TableHead className="ps-4">Team</TableHead>
            <TableHead>Action items</TableHead>
            <TableHead>Lead</TableHead>
            <TableHead>Services</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {teams.map((team) => (
            <TableRow key={team.id}>
              <TableCell className="ps-4">
                <Link
                  href={`/teams/${team.slug}`}
                  className="touch-target font-medium text-link hover:underline"
                >
                  {team.name}
                </Link>
                <p className="text-[0.8125rem] whitespace-nowrap text-muted-foreground">
                  {team.members.length === 1 ? "1 member" : `${team.members.length} members`}
                </p>
              </TableCell>
              <TableCell>
                <WorkCounts team={team} work={team.work} />
              </TableCell>
              <TableCell className="wrap-anywhere">
                {team.lead?.name ?? <span className="text-muted-foreground">Nobody</span>}
              </TableCell>
              <TableCell className="wrap-anywhere text-muted-foreground">
                {team.services.map(({ name }) => name).join(", ") || "None"}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
