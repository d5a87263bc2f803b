import type { FormAction } from "@/components/form/use-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Review } from "@/db/queries/reviews";
import { CADENCES } from "@/lib/domain/cadence";
import { LEAST_REASON, stepProblem } from "@/lib/domain/review";
import { AskForm } from "./ask-form";
import { DropForm } from "./drop-form";
import { ReviewForm } from "./review-form";
import { ReviewerList } from "./reviewer-list";
import { VerdictForm } from "./verdict-form";

export type ReviewActions = {
  ask: FormAction;
  judge: FormAction;
  withdraw: FormAction;
  remove: FormAction;
  drop: FormAction;
  require: FormAction;
  showRoles: FormAction;
};

type ReviewCardProps = { review: Review; actions: ReviewActions | undefined };

/** What the reader thinks of the text. */
export function VerdictCard({ review, action }: { review: Review; action: FormAction }) {
  const { incident, standing, text } = review;
  if (!text || stepProblem("judge", standing.state)) return null;
  return (
    <Card aria-labelledby="verdict" className="text-[0.8125rem] leading-5">
      <CardHeader>
        <CardTitle id="verdict">Your review</CardTitle>
      </CardHeader>
      <CardContent>
        <VerdictForm
          action={action}
          incidentKey={incident.key}
          seenState={standing.version}
          seen={text.mark}
        />
      </CardContent>
    </Card>
  );
}

type PeopleCardProps = ReviewCardProps & {
  /** The time that is proposed for another review, as the browser's field takes it. */
  dueAt: string;
};

/** Who reviews the text, and a form that asks others. */
export function ReviewersCard({ review, actions, dueAt }: PeopleCardProps) {
  const { incident, standing, text, reviewers, possible, writers } = review;
  const asked = new Set(reviewers.map(({ userId }) => userId));
  const canAsk = text && !stepProblem("ask", standing.state);
  return (
    <Card aria-labelledby="reviewers" className="text-[0.8125rem] leading-5">
      <CardHeader>
        <CardTitle id="reviewers">Reviewers</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <ReviewerList
          incidentKey={incident.key}
          reviewers={reviewers}
          version={text?.version ?? 0}
          removeAction={actions?.remove}
        />
        {writers.length > 0 && (
          <p className="text-muted-foreground">Written by {writers.join(", ")}.</p>
        )}
        {actions && canAsk && (
          <Disclosure summary="Ask for review" open={standing.state === "draft"}>
            <AskForm
              action={actions.ask}
              incidentKey={incident.key}
              seenState={standing.version}
              people={possible.map(({ userId, name }) => ({
                userId,
                name,
                isChosen: asked.has(userId),
              }))}
              dueAt={dueAt}
            />
          </Disclosure>
        )}
      </CardContent>
    </Card>
  );
}

/** Whether readers see names, and whether a postmortem is needed at all. */
export function ChoicesCard({ review, actions }: { review: Review; actions: ReviewActions }) {
  const { incident, standing, text } = review;
  const canDrop = !stepProblem("drop", standing.state);
  if (!text && !canDrop) return null;
  const isRequired = CADENCES[incident.severity].postmortemRequired;
  return (
    <Card aria-labelledby="choices" className="text-[0.8125rem] leading-5">
      <CardHeader>
        <CardTitle id="choices">For its readers</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        {text && (
          <>
            <p>
              {text.showsRoles
                ? "Readers see roles in place of names: “the Incident Commander”."
                : "Readers see the names that the text gives."}
            </p>
            <ReviewForm
              action={actions.showRoles}
              incidentKey={incident.key}
              fields={{ showsRoles: text.showsRoles ? "no" : "yes" }}
            >
              {text.showsRoles ? "Show names" : "Show roles in place of names"}
            </ReviewForm>
          </>
        )}
        {canDrop && (
          <Disclosure summary="No postmortem is needed">
            <DropForm
              action={actions.drop}
              incidentKey={incident.key}
              seenState={standing.version}
              hint={
                isRequired
                  ? `A ${incident.severity} has a postmortem: ${LEAST_REASON} characters or more.`
                  : undefined
              }
            />
          </Disclosure>
        )}
      </CardContent>
    </Card>
  );
}
