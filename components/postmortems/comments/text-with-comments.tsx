"use client";

import { MessageSquarePlus } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { anchorFinder, type Anchor } from "@/lib/domain/anchor";
import { cn } from "@/lib/utils";
import type { CommentActions } from "./comment-actions";
import { CommentPanel, type PlacedThread } from "./comment-panel";
import { domText } from "./dom-text";
import { useSelected } from "./use-selected";

type TextWithCommentsProps = {
  incidentKey: string;
  threads: PlacedThread[];
  me: string;
  actions: CommentActions | undefined;
  /** The text, laid out. */
  children: ReactNode;
  /** What stands beside it, above the comments. */
  aside: ReactNode;
};

/** A text with its comments beside it. Whoever selects words can comment on them. */
export function TextWithComments({ children, aside, ...panel }: TextWithCommentsProps) {
  const { threads, actions } = panel;
  const article = useRef<HTMLElement>(null);
  const [about, setAbout] = useState<Anchor>();
  const selected = useSelected(article);
  useHighlights(article, threads);

  function comment() {
    if (!selected) return;
    setAbout(selected);
    requestAnimationFrame(() => {
      const form = document.getElementById("comment-form");
      form?.scrollIntoView({ block: "center" });
      form?.querySelector<HTMLTextAreaElement>("textarea[name=body]")?.focus();
    });
  }

  function show(thread: PlacedThread) {
    if (!article.current) return;
    const text = domText(article.current);
    const words = anchorFinder(text.text)(thread);
    if (!words) return;
    const range = text.rangeOf(words);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }

  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <article ref={article} aria-label="Text" className="min-w-0">
        {children}
      </article>
      <div className={cn("grid min-w-0 gap-4", ASIDE)}>
        {aside}
        <CommentPanel {...panel} about={about} onDone={() => setAbout(undefined)} onShow={show} />
      </div>
      {actions && selected && (
        <Button
          type="button"
          className="fixed inset-x-0 bottom-4 z-30 mx-auto w-fit shadow-lg print:hidden"
          onPointerDown={(event) => event.preventDefault()}
          onClick={comment}
        >
          <MessageSquarePlus aria-hidden />
          Comment on the selection
        </Button>
      )}
    </div>
  );
}

/** Stays beside a long text, and scrolls by itself. */
const ASIDE = cn(
  "lg:sticky lg:top-16 lg:-m-1 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:p-1",
  "print:static print:max-h-none print:overflow-visible",
);
const NAME = "comments";

/** Highlights the words that open threads are about, where the browser can. */
function useHighlights(
  article: RefObject<HTMLElement | null>,
  threads: readonly PlacedThread[],
): void {
  useEffect(() => {
    if (!article.current || !("highlights" in CSS)) return;
    const text = domText(article.current);
    const find = anchorFinder(text.text);
    const ranges = threads.flatMap((thread) => {
      const words = thread.resolvedAt === null ? find(thread) : undefined;
      return words ? text.rangeOf(words) : [];
    });
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => void CSS.highlights.delete(NAME);
  }, [article, threads]);
}
