import Link from "next/link";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { Person } from "@/db/queries/people";
import type { HeldRole } from "@/db/queries/roles";
import type { TeamName, TeamsOfPeople } from "@/db/queries/teams";
import { RemoveAlias } from "./remove-alias";

type DirectoryProps = {
  people: Person[];
  /** What each of them holds now in incidents that this reader sees, by name. */
  held: ReadonlyMap<string, HeldRole[]>;
  teamsOf: TeamsOfPeople;
  /** Missing for those who may not remove. */
  removeAction: FormAction | undefined;
};

/** Everyone whom records name, with the addresses that someone confirmed. */
export function Directory({ people, held, teamsOf, removeAction }: DirectoryProps) {
  return (
    <Card aria-labelledby="directory">
      <CardHeader>
        <CardTitle id="directory">Directory</CardTitle>
      </CardHeader>
      <Table label="People">
        <TableHeader>
          <TableRow>
            <TableHead className="ps-4">Name</TableHead>
            <TableHead>Also known as</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {people.map((person) => (
            <TableRow key={person.id} id={`p-${person.id}`} className="target:bg-info-surface">
              <TableCell className="ps-4 font-medium wrap-anywhere">
                {person.name}
                <Teams teams={teamsOf.get(person.id) ?? []} />
                <HeldRoles held={held.get(person.name) ?? []} />
              </TableCell>
              <TableCell>
                {person.aliases.length === 0 && (
                  <span className="text-muted-foreground">No other name</span>
                )}
                <ul className="grid gap-1">
                  {person.aliases.map((alias) => (
                    <li
                      key={alias.alias}
                      className="flex flex-wrap items-center justify-between gap-x-4"
                    >
                      <p>
                        <span className="wrap-anywhere">{alias.alias}</span>{" "}
                        <span className="text-[0.8125rem] text-muted-foreground">
                          confirmed by {alias.confirmedBy},{" "}
                          <Time at={alias.confirmedAt} show="age" />
                        </span>
                      </p>
                      {removeAction && (
                        <RemoveAlias alias={alias.alias} removeAction={removeAction} />
                      )}
                    </li>
                  ))}
                </ul>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function Teams({ teams }: { teams: TeamName[] }) {
  if (teams.length === 0) return null;
  return (
    <p className="text-[0.8125rem] font-normal text-muted-foreground">
      In{" "}
      {teams.map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && ", "}
          <Link href={`/teams/${slug}`} className="text-link underline underline-offset-4">
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}

function HeldRoles({ held }: { held: HeldRole[] }) {
  if (held.length === 0) return null;
  return (
    <ul className="text-[0.8125rem] font-normal text-muted-foreground">
      {held.map(({ role, key }) => (
        <li key={`${role} ${key}`}>
          {role} of{" "}
          <Link href={`/incidents/${key}`} className="text-link underline underline-offset-4">
            {key}
          </Link>
        </li>
      ))}
    </ul>
  );
}
