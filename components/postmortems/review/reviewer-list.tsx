import { Check, Clock, PencilLine } from "lucide-react";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import type { Reviewer } from "@/db/queries/reviews";
import { ReviewForm } from "./review-form";

type ReviewerListProps = {
  incidentKey: string;
  reviewers: Reviewer[];
  /** The newest version of the text. */
  version: number;
  /** Left out for those who only read. */
  removeAction: FormAction | undefined;
};

/** Who reviews the text, what each said, and of which version. */
export function ReviewerList({ incidentKey, reviewers, version, removeAction }: ReviewerListProps) {
  if (reviewers.length === 0) {
    return <p className="text-muted-foreground">Nobody was asked yet.</p>;
  }
  return (
    <ul className="grid gap-3">
      {reviewers.map((reviewer) => (
        <li key={reviewer.id} className="grid gap-1">
          <p className="font-semibold">{reviewer.name}</p>
          <Said reviewer={reviewer} version={version} />
          {reviewer.note && (
            <p className="border-s-2 border-border ps-2.5 wrap-anywhere whitespace-pre-wrap">
              {reviewer.note}
            </p>
          )}
          {removeAction && (
            <ReviewForm
              action={removeAction}
              incidentKey={incidentKey}
              fields={{ userId: reviewer.userId }}
            >
              Ask no longer<span className="sr-only">: {reviewer.name}</span>
            </ReviewForm>
          )}
        </li>
      ))}
    </ul>
  );
}

const ICON = "mt-0.5 size-4 shrink-0";

function Said({ reviewer, version: newest }: { reviewer: Reviewer; version: number }) {
  const { verdict, version, decidedAt, dueAt, askedBy } = reviewer;
  if (verdict === null || decidedAt === null) {
    return (
      <p className="flex gap-1.5">
        <Clock aria-hidden className={ICON} />
        <span>
          Asked by {askedBy}, due <Time at={dueAt} />
        </span>
      </p>
    );
  }
  const isOld = version !== null && version < newest;
  const [Icon, word] =
    verdict === "approved" ? [Check, "Approved"] : [PencilLine, "Asked for changes to"];
  return (
    <p className="flex gap-1.5">
      <Icon aria-hidden className={ICON} />
      <span>
        {word} version {version}, <Time at={decidedAt} />
        {isOld && <span className="block font-medium text-warning">The text changed since.</span>}
      </span>
    </p>
  );
}
