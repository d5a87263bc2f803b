import { PlainForm } from "@/components/form/plain-form";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Account } from "@/db/queries/accounts";
import type { TeamName } from "@/db/queries/teams";

type AccountPersonProps = {
  account: Account;
  names: string[];
  inTeams: TeamName[];
  teams: TeamName[];
  linkAction: FormAction;
  addAction: FormAction;
  removeAction: FormAction;
};

/** Whom records mean by the owner of an account, and the teams that they are in. */
export function AccountPerson({ account, names, inTeams, teams, ...actions }: AccountPersonProps) {
  const { id: userId, person, personId } = account;
  const others = teams.filter(({ slug }) => inTeams.every((team) => team.slug !== slug));
  return (
    <Card aria-labelledby="person">
      <CardHeader>
        <CardTitle id="person">Person and teams</CardTitle>
        <CardDescription>Whom records mean, and so what is theirs.</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-4">
        <PlainForm
          action={actions.linkAction}
          hidden={{ userId }}
          fields={[
            {
              name: "person",
              label: "Who they are in records",
              hint: "A name of the page People, or a new one. Empty for nobody.",
              value: person ?? "",
              options: names,
              isOptional: true,
            },
          ]}
          submit="Save person"
          done="Saved."
        />
        {person !== null && personId !== null && (
          <ul aria-label="Teams" className="grid gap-1">
            {inTeams.map(({ slug, name }) => (
              <li key={slug} className="flex items-center justify-between gap-3">
                In {name}
                <ChangeButton action={actions.removeAction} fields={{ slug, personId }}>
                  Remove<span className="sr-only"> from {name}</span>
                </ChangeButton>
              </li>
            ))}
            {others.map(({ slug, name }) => (
              <li key={slug} className="flex items-center justify-between gap-3">
                <span className="text-muted-foreground">Not in {name}</span>
                <ChangeButton action={actions.addAction} fields={{ slug, name: person }}>
                  Add<span className="sr-only"> to {name}</span>
                </ChangeButton>
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  );
}
