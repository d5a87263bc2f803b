import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { OnCall as Plan } from "@/db/queries/on-call";
import type { Team } from "@/db/queries/teams";
import { formatDate } from "@/lib/format";
import { CoverForm } from "./cover-form";
import { OnCallForm } from "./on-call-form";

type OnCallProps = {
  team: Team;
  onCall: Plan;
  /** Of whoever is called those who have an account, and so can be. */
  callable: { id: number }[];
  /** Each left out for those who may not. */
  actions: {
    plan: FormAction | undefined;
    cover: { start: FormAction; end: FormAction } | undefined;
  };
};

/** Who of a team is called when an incident of its services is declared, and who after them. */
export function OnCall({ team, onCall, callable, actions }: OnCallProps) {
  const { slug, zone, members } = team;
  const { now, cover, rotatesFrom } = onCall;
  return (
    <Card aria-labelledby="on-call" className="lg:col-span-2">
      <CardHeader>
        <CardTitle id="on-call">On call</CardTitle>
        <CardDescription>
          The first one is called at once, the second when nobody responds in time, then the whole
          team, then the admins.
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-5">
        {now.length === 0 ? (
          <p className="text-muted-foreground">Nobody. The whole team is called at once.</p>
        ) : (
          <ol aria-label="Called now" className="list-decimal ps-5">
            {now.map((person, place) => (
              <li key={person.id} className="wrap-anywhere">
                <span className={place === 0 ? "font-medium" : undefined}>{person.name}</span>
                {callable.every(({ id }) => id !== person.id) &&
                  " · has no account to be called at"}
                {cover?.person.id === person.id && (
                  <>
                    {" "}
                    · stands in until <Time at={cover.until} />
                  </>
                )}
              </li>
            ))}
          </ol>
        )}
        {rotatesFrom !== null && (
          <p className="text-[0.8125rem] text-muted-foreground">
            They take turns by the week since {formatDate(rotatesFrom)}, at midnight in {zone}.
          </p>
        )}
        {cover && actions.cover && (
          <ChangeButton action={actions.cover.end} fields={{ slug }} variant="outline">
            End standing in
          </ChangeButton>
        )}
        {actions.cover && members.length > 0 && (
          <CoverForm slug={slug} members={members} action={actions.cover.start} />
        )}
        {actions.plan && members.length > 0 && (
          <OnCallForm slug={slug} members={members} onCall={onCall} action={actions.plan} />
        )}
      </CardContent>
    </Card>
  );
}
