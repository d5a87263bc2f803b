import Link from "next/link";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Team, TeamName, TeamsOfPeople } from "@/db/queries/teams";
import { AddByName } from "./add-by-name";

type TeamMembersProps = {
  team: Team;
  teamsOf: TeamsOfPeople;
  /** The names of all people; missing, like the actions, for those who may only look. */
  people: string[];
  actions: { add: FormAction; remove: FormAction } | undefined;
};

/** Who is in a team. What they own comes to the board of their first team. */
export function TeamMembers({ team, teamsOf, people, actions }: TeamMembersProps) {
  const { slug, name, members, lead } = team;
  const free = people.filter((person) => members.every((member) => member.name !== person));
  return (
    <Card aria-labelledby="members">
      <CardHeader>
        <CardTitle id="members">Members</CardTitle>
        <CardDescription>What they own comes to this team’s board.</CardDescription>
      </CardHeader>
      {members.length === 0 && <p className="px-4 pb-4 text-muted-foreground">Nobody yet.</p>}
      <ul
        aria-label="Members"
        className="divide-y divide-border border-t border-border empty:hidden"
      >
        {members.map((member) => (
          <li
            key={member.id}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-4 py-1.5"
          >
            <p className="wrap-anywhere">
              <Link
                href={`/people#p-${member.id}`}
                className="touch-target font-medium hover:underline"
              >
                {member.name}
              </Link>
              {member.id === lead?.id && " · Lead"}
              <OtherTeam slug={slug} first={teamsOf.get(member.id)?.[0]} />
            </p>
            {actions && (
              <ChangeButton action={actions.remove} fields={{ slug, personId: member.id }}>
                Remove<span className="sr-only"> {member.name}</span>
              </ChangeButton>
            )}
          </li>
        ))}
      </ul>
      {actions && (
        <CardContent className="border-t border-border pt-4">
          <AddByName
            slug={slug}
            label={`Add to ${name}`}
            name="name"
            hint="A name, or an address that somebody confirmed. A new name joins the people."
            options={free}
            submit="Add member"
            action={actions.add}
          />
        </CardContent>
      )}
    </Card>
  );
}

type OtherTeamProps = { slug: string; first: TeamName | undefined };

function OtherTeam({ slug, first }: OtherTeamProps) {
  if (!first || first.slug === slug) return null;
  return (
    <span className="block text-[0.8125rem] text-muted-foreground">
      In{" "}
      <Link href={`/teams/${first.slug}`} className="text-link hover:underline">
        {first.name}
      </Link>{" "}
      first: what they own comes to that board.
    </span>
  );
}
