"use client";

import type { Editor, Extensions } from "@tiptap/core";
import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/use-form";
import { CausesCard } from "@/components/postmortems/causes/causes-card";
import type { CommentActions } from "@/components/postmortems/comments/comment-actions";
import {
  commentHighlights,
  goToThread,
} from "@/components/postmortems/comments/comment-highlights";
import { CommentPanel, type PlacedThread } from "@/components/postmortems/comments/comment-panel";
import { SectionPanel } from "@/components/postmortems/draft/section-panel";
import { ActionsPanel } from "@/components/postmortems/insert/actions-panel";
import { createDesk } from "@/components/postmortems/insert/desk";
import { insertExtensions } from "@/components/postmortems/insert/insert-extensions";
import { TimelinePanel } from "@/components/postmortems/insert/timeline-panel";
import { WordsPanel } from "@/components/postmortems/review/words-panel";
import { RevisionList } from "@/components/postmortems/revision-list";
import type { Causes } from "@/db/queries/causes";
import type { Anchor } from "@/lib/domain/anchor";
import type { BlockData } from "@/lib/domain/live-block";
import type { TemplateSection } from "@/lib/domain/template";

/** What the page gives the editor besides its text. */
export type EditorFacts = {
  incidentKey: string;
  /** What the record says now. */
  blocks: BlockData;
  /** When the text was saved that the page began with. */
  savedAt: number;
  /** The writer's name. */
  me: string;
  threads: PlacedThread[];
  commentActions: CommentActions | undefined;
  /** Who can be given an action item. */
  owners: string[];
  createAction: FormAction;
  /** The contributing factors, and which of them nothing answers. */
  causes: Pick<Causes, "factors"> | undefined;
  /** What the template asks for. */
  sections: TemplateSection[];
  /** True where the record gives something that the text does not have. */
  hasNews: boolean;
  /** Of the people whom the text names. */
  names: string[];
  revisions: { version: number; author: string; createdAt: number }[];
};

/** What a panel beside the text may use. */
export type PanelContext = EditorFacts & {
  editor: Editor;
  /** The words that somebody wants to comment on. */
  quote: Anchor | undefined;
  onQuoteDone: () => void;
};

export type PanelName = "Timeline" | "Actions" | "Comments" | "Sections" | "Words" | "History";

/** What the editor knows beyond Markdown itself; asked for once, when it opens. */
export function partExtensions(
  { blocks, incidentKey, threads }: EditorFacts,
  openPanel: (name: PanelName) => void,
): Extensions {
  return [
    ...insertExtensions(createDesk(blocks, incidentKey)),
    commentHighlights({ threads, onOpen: () => openPanel("Comments") }),
  ];
}

/** The panels beside the text, in their order. */
export const PANELS: readonly { name: PanelName; show: (context: PanelContext) => ReactNode }[] = [
  { name: "Timeline", show: (context) => <TimelinePanel {...context} /> },
  {
    name: "Actions",
    show: ({ causes, ...context }) => (
      <div className="grid gap-4">
        <ActionsPanel {...context} />
        {causes && <CausesCard incidentKey={context.incidentKey} causes={causes} />}
      </div>
    ),
  },
  {
    name: "Comments",
    show: ({ incidentKey, threads, me, commentActions, quote, onQuoteDone, editor }) => (
      <CommentPanel
        incidentKey={incidentKey}
        threads={threads}
        me={me}
        actions={commentActions}
        about={quote}
        onDone={onQuoteDone}
        onShow={({ id }) => goToThread(editor, id)}
      />
    ),
  },
  { name: "Sections", show: (context) => <SectionPanel {...context} /> },
  { name: "Words", show: (context) => <WordsPanel {...context} /> },
  {
    name: "History",
    show: ({ incidentKey, revisions }) => (
      <RevisionList incidentKey={incidentKey} revisions={revisions} />
    ),
  },
];
