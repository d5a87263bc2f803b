import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import type { CommentRow } from "@/db/queries/postmortem-comments";
import type { FormAction } from "@/components/form/use-form";
import { EditCommentForm } from "./comment-forms";

type CommentTextProps = {
  incidentKey: string;
  comment: CommentRow;
  /** Left out for those who did not write it. */
  editAction: FormAction | undefined;
};

/** What somebody said, and when. */
export function CommentText({ incidentKey, comment, editAction }: CommentTextProps) {
  const { id, author, body, createdAt, editedAt } = comment;
  return (
    <div id={`comment-${id}`} className="grid scroll-mt-20 gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{author}</span>
        <span className="text-muted-foreground">
          <Time at={createdAt} show="age" />
          {editedAt !== null && ", edited"}
        </span>
      </p>
      <p className="wrap-anywhere whitespace-pre-wrap">{body}</p>
      {editAction && (
        <Disclosure
          summary={
            <span>
              Edit<span className="sr-only"> your comment</span>
            </span>
          }
          className="print:hidden"
        >
          <EditCommentForm
            key={body}
            action={editAction}
            incidentKey={incidentKey}
            id={id}
            body={body}
          />
        </Disclosure>
      )}
    </div>
  );
}
