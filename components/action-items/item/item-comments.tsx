import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/use-form";
import { Section } from "@/components/incidents/detail/section";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { Time } from "@/components/time";
import type { ItemComment } from "@/db/queries/action-item";
import type { MarkdownReading } from "@/lib/markdown/read";
import { AddItemComment } from "./comment-form";
import { OwnComment } from "./own-comment";

/** A comment with its words, ready to be shown. */
export type ReadComment = ItemComment & { reading: MarkdownReading };

export type CommentActions = { add: FormAction; edit: FormAction; remove: FormAction };

type ItemCommentsProps = {
  id: number;
  comments: ReadComment[];
  /** The id of whoever reads: they edit their own words. */
  me: number;
  /** Missing for those who only read. */
  actions: CommentActions | undefined;
};

/** What people said about an item, the oldest first. */
export function ItemComments({ id, comments, me, actions }: ItemCommentsProps) {
  return (
    <Section id="comments" title="Comments">
      {comments.length === 0 && <p className="text-muted-foreground">No comments yet.</p>}
      <ol className="divide-y divide-border">
        {comments.map((comment) => (
          <li
            key={comment.id}
            id={`comment-${comment.id}`}
            className="scroll-mt-20 py-3 first:pt-0 target:bg-muted"
          >
            <Said comment={comment}>
              {actions && comment.authorId === me && comment.deletedAt === null && (
                <OwnComment
                  id={id}
                  comment={{ id: comment.id, body: comment.body, version: comment.version }}
                  editAction={actions.edit}
                  removeAction={actions.remove}
                />
              )}
            </Said>
          </li>
        ))}
      </ol>
      {actions && <AddItemComment id={id} action={actions.add} />}
    </Section>
  );
}

function Said({ comment, children }: { comment: ReadComment; children: ReactNode }) {
  const { author, createdAt, editedAt, deletedAt, reading } = comment;
  return (
    <article aria-label={`Comment by ${author}`} className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2 text-[0.8125rem]">
        <span className="font-semibold">{author}</span>
        <span className="text-muted-foreground">
          <Time at={createdAt} show="age" />
          {editedAt !== null && deletedAt === null && ", edited"}
        </span>
      </p>
      {deletedAt === null ? (
        <MarkdownText reading={reading} />
      ) : (
        <p className="text-muted-foreground">
          {author} deleted this comment <Time at={deletedAt} show="age" />.
        </p>
      )}
      {children}
    </article>
  );
}
