import Link from "next/link";
import { notFound } from "next/navigation";
import { TextWithComments } from "@/components/postmortems/comments/text-with-comments";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { BlameList } from "@/components/postmortems/review/blame-list";
import { Checklist } from "@/components/postmortems/review/checklist";
import {
  ChoicesCard,
  ReviewersCard,
  VerdictCard,
} from "@/components/postmortems/review/review-cards";
import { ReviewStanding } from "@/components/postmortems/review/review-standing";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { listThreads } from "@/db/queries/postmortem-comments";
import { readersTextOf } from "@/db/queries/readers-text";
import { blameOf, getReviewChecks } from "@/db/queries/review-checks";
import { getReview } from "@/db/queries/reviews";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { placedThreads } from "@/lib/domain/comment-places";
import { can } from "@/lib/domain/permissions";
import { proposedDueAt } from "@/lib/domain/review-dates";
import { toUtc } from "@/lib/domain/time";
import { readMarkdown } from "@/lib/markdown/read";
import {
  addCommentAction,
  editCommentAction,
  reopenThreadAction,
  replyToCommentAction,
  resolveThreadAction,
} from "../comments/actions";
import {
  askForReviewAction,
  dropPostmortemAction,
  judgeTextAction,
  requirePostmortemAction,
  showRolesAction,
  takeReviewerOffAction,
  withdrawReviewAction,
} from "./actions";

const REVIEW_ACTIONS = {
  ask: askForReviewAction,
  judge: judgeTextAction,
  withdraw: withdrawReviewAction,
  remove: takeReviewerOffAction,
  drop: dropPostmortemAction,
  require: requirePostmortemAction,
  showRoles: showRolesAction,
};

const COMMENT_ACTIONS = {
  add: addCommentAction,
  reply: replyToCommentAction,
  edit: editCommentAction,
  resolve: resolveThreadAction,
  reopen: reopenThreadAction,
};

const PLACES = [
  { id: "reviewers", name: "Reviewers" },
  { id: "checklist", name: "Checklist" },
  { id: "comments", name: "Comments" },
];

type ReviewPageProps = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: ReviewPageProps) {
  await requireViewer();
  return { title: `Review the postmortem of ${(await params).key}` };
}

export default async function ReviewPage({ params }: ReviewPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const now = utcNow();
  const review = getReview(viewer, key, now);
  if (!review) notFound();
  const { incident, text, dates } = review;
  const canReview = can(viewer, "postmortem:review");
  const actions = canReview ? REVIEW_ACTIONS : undefined;
  const shown = readersTextOf(viewer, incident.id);
  const path = `/incidents/${encodeURIComponent(key)}`;

  return (
    <>
      <PageHeader
        title="Review the postmortem"
        description={
          <Link href={path} className="touch-target text-link hover:underline">
            {key}: {incident.title}
          </Link>
        }
      />
      <PostmortemNav incidentKey={key} shown="Review" />
      <ReviewStanding review={review} actions={actions} places={text ? PLACES : []} />
      {text ? (
        <TextWithComments
          incidentKey={key}
          threads={placedThreads(listThreads(incident.id), text.body)}
          me={viewer.name}
          actions={canReview ? COMMENT_ACTIONS : undefined}
          aside={
            <>
              {actions && <VerdictCard review={review} action={actions.judge} />}
              <ReviewersCard
                review={review}
                actions={actions}
                dueAt={toUtc(proposedDueAt(dates, now)).slice(0, 16)}
              />
              <Checklist incidentKey={key} checks={getReviewChecks(incident.id) ?? []} />
              <Card id="blame" aria-labelledby="blame-title" className="text-[0.8125rem] leading-5">
                <CardHeader>
                  <CardTitle id="blame-title">Blameless words</CardTitle>
                </CardHeader>
                <CardContent>
                  <BlameList findings={blameOf(incident.id, text.body)} />
                </CardContent>
              </Card>
              {actions && <ChoicesCard review={review} actions={actions} />}
            </>
          }
        >
          <MarkdownText
            reading={await readMarkdown(shown?.body ?? text.body)}
            blocks={shown?.blocks}
          />
        </TextWithComments>
      ) : (
        <div className="grid max-w-md gap-4">
          <p>
            Nobody has written this postmortem yet.{" "}
            <Link href={`${path}/postmortem`} className="text-link underline underline-offset-2">
              Start writing
            </Link>
          </p>
          {actions && <ChoicesCard review={review} actions={actions} />}
        </div>
      )}
    </>
  );
}
