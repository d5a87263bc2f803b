import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import type { Review } from "@/db/queries/reviews";
import { DueDates } from "./due-dates";
import { ReviewForm } from "./review-form";
import { StateBadge } from "./state-badge";

type ReviewStandingProps = {
  review: Pick<Review, "incident" | "standing" | "isEdited" | "dates">;
  /** Left out for those who only read. */
  actions: { withdraw: FormAction; require: FormAction } | undefined;
  /** What stands further down where there is no room beside the text. */
  places: { id: string; name: string }[];
};

/** Where the postmortem stands, since when, and what is due. */
export function ReviewStanding({ review, actions, places }: ReviewStandingProps) {
  const { incident, standing, isEdited, dates } = review;
  const { state, reason, changedBy, changedAt, version } = standing;
  const step = { incidentKey: incident.key, fields: { seenState: version } };
  return (
    <div className="mb-5 flex flex-wrap items-start gap-x-8 gap-y-3 text-[0.8125rem] leading-5">
      <div className="grid gap-1.5">
        <p className="flex flex-wrap items-center gap-2">
          <StateBadge state={state} isEdited={isEdited} />
          {changedAt !== null && (
            <span className="text-muted-foreground">
              {changedBy}, <Time at={changedAt} />
            </span>
          )}
        </p>
        {reason && <p className="max-w-prose wrap-anywhere whitespace-pre-wrap">{reason}</p>}
        {isEdited && (
          <p className="max-w-prose">
            The approval is of the text as it was. Ask for another review of what changed.
          </p>
        )}
      </div>
      <DueDates dates={dates} />
      {places.length > 0 && (
        <ul aria-label="Further down" className="flex w-full flex-wrap gap-x-4 gap-y-1 lg:hidden">
          {places.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`} className="touch-target text-link underline underline-offset-2">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {actions && (state === "in_review" || state === "approved") && (
        <ReviewForm action={actions.withdraw} {...step}>
          Back to draft
        </ReviewForm>
      )}
      {actions && state === "not_required" && (
        <ReviewForm action={actions.require} {...step}>
          It is required after all
        </ReviewForm>
      )}
    </div>
  );
}
