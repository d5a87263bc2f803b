import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { anchorFinder, type Anchor } from "@/lib/domain/anchor";
import { plainText } from "./plain-text";

/** A thread as the text shows it. */
export type HighlightedThread = Anchor & { id: number; resolvedAt: number | null };

type HighlightOptions = {
  threads: readonly HighlightedThread[];
  /** Somebody chose highlighted words. */
  onOpen: (threadId: number) => void;
};

type Highlights = { threads: readonly HighlightedThread[]; marks: DecorationSet };
type Order = { threads?: readonly HighlightedThread[] };

const IDLE = 1000;
const THREAD = "data-comment-thread";
const key = new PluginKey<Highlights>("commentHighlights");

/**
 * Highlights the words that open threads are about. While somebody writes the highlights move with the
 * text; the words are looked for again when the threads change, and once the text has rested.
 */
export function commentHighlights({ threads, onOpen }: HighlightOptions): Extension {
  return Extension.create({
    name: "commentHighlights",
    addProseMirrorPlugins: () => [highlighter(threads, onOpen)],
  });
}

/** Shows these threads from now on. */
export function showThreads(editor: Editor, threads: readonly HighlightedThread[]): void {
  send(editor.view, { threads });
}

/** Puts the caret on a thread's words and scrolls them into view; says whether they are there. */
export function goToThread(editor: Editor, threadId: number): boolean {
  const marks = key.getState(editor.state)?.marks.find() ?? [];
  const own = marks.filter(({ spec }) => spec.thread === threadId);
  const [first] = own;
  if (!first) return false;
  const range = { from: first.from, to: Math.max(...own.map(({ to }) => to)) };
  return editor.chain().focus().setTextSelection(range).scrollIntoView().run();
}

function highlighter(
  threads: readonly HighlightedThread[],
  onOpen: (threadId: number) => void,
): Plugin<Highlights> {
  return new Plugin({
    key,
    state: {
      init: (_, { doc }) => ({ threads, marks: marksIn(doc, threads) }),
      apply: (transaction, before) => next(transaction, before),
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick(_, __, event) {
        const mark = event.target instanceof Element && event.target.closest(`[${THREAD}]`);
        if (mark) onOpen(Number(mark.getAttribute(THREAD)));
        return false;
      },
    },
    view: (view) => rester(view),
  });
}

function next(transaction: Transaction, { threads, marks }: Highlights): Highlights {
  const order: Order | undefined = transaction.getMeta(key);
  if (order) {
    const shown = order.threads ?? threads;
    return { threads: shown, marks: marksIn(transaction.doc, shown) };
  }
  return { threads, marks: marks.map(transaction.mapping, transaction.doc) };
}

/** Asks for another look once nobody has written for a while. */
function rester(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    update(_: EditorView, before: EditorState) {
      if (before.doc === view.state.doc) return;
      clearTimeout(timer);
      timer = setTimeout(() => send(view, {}), IDLE);
    },
    destroy: () => clearTimeout(timer),
  };
}

function send(view: EditorView, order: Order): void {
  view.dispatch(view.state.tr.setMeta(key, order).setMeta("addToHistory", false));
}

function marksIn(doc: Node, threads: readonly HighlightedThread[]): DecorationSet {
  const open = threads.filter(({ resolvedAt, quote }) => resolvedAt === null && quote !== "");
  if (open.length === 0) return DecorationSet.empty;
  const { text, positionAt } = plainText(doc);
  const find = anchorFinder(text);
  const marks = open.flatMap((thread) => {
    const range = find(thread);
    if (!range) return [];
    const [from, to] = [positionAt(range.from), positionAt(range.to - 1) + 1];
    return Decoration.inline(
      from,
      to,
      { class: "comment-highlight", [THREAD]: String(thread.id) },
      { thread: thread.id },
    );
  });
  return DecorationSet.create(doc, marks);
}
