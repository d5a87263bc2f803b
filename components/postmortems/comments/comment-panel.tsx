"use client";

import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { CommentThread as Thread } from "@/db/queries/postmortem-comments";
import type { Anchor } from "@/lib/domain/anchor";
import type { CommentPlace } from "@/lib/domain/comment-places";
import type { CommentActions } from "./comment-actions";
import { AddComment } from "./comment-forms";
import { CommentThread } from "./comment-thread";

/** A thread with where its words stand. */
export type PlacedThread = Thread & { place: CommentPlace };

type CommentPanelProps = {
  incidentKey: string;
  threads: PlacedThread[];
  /** The reader's name: they edit their own words. */
  me: string;
  /** Left out for those who only read. */
  actions: CommentActions | undefined;
  /** The words that were chosen in the text. */
  about?: Anchor | undefined;
  /** The words are commented on, or not after all. */
  onDone?: () => void;
  /** Shows a thread's words in the text. */
  onShow?: (thread: PlacedThread) => void;
};

/** The comments on a text, open ones first, and a form for another. */
export function CommentPanel({
  incidentKey,
  threads,
  me,
  actions,
  about,
  onDone,
  onShow,
}: CommentPanelProps) {
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  const show = (thread: PlacedThread) => (
    <li key={thread.id}>
      <CommentThread {...{ incidentKey, thread, me, actions, onShow }} />
    </li>
  );
  return (
    <Card aria-labelledby="comments" className="text-[0.8125rem] leading-5">
      <CardHeader>
        <CardTitle id="comments">Comments</CardTitle>
        <Badge variant={open.length > 0 ? "info" : "secondary"}>{open.length} open</Badge>
      </CardHeader>
      <CardContent className="grid gap-3">
        {actions && (
          <div id="comment-form" className="print:hidden">
            <AddComment
              action={actions.add}
              incidentKey={incidentKey}
              about={about}
              onDone={onDone}
            />
          </div>
        )}
        {threads.length === 0 && <p className="text-muted-foreground">No comments yet.</p>}
        {open.length > 0 && <ol className="grid gap-3">{open.map(show)}</ol>}
        {resolved.length > 0 && (
          <Disclosure summary={`Resolved (${resolved.length})`}>
            <ol className="grid gap-3">{resolved.map(show)}</ol>
          </Disclosure>
        )}
      </CardContent>
    </Card>
  );
}
