// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  commentHighlights,
  goToThread,
  showThreads,
} from "@/components/postmortems/comments/comment-highlights";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";

const TEXT = "## Summary\n\nThe **pool** was full.\n\n- One\n- The pool was small.\n";
const thread = (id: number, quote: string, resolvedAt: number | null = null) => ({
  id,
  quote,
  prefix: "",
  suffix: "",
  resolvedAt,
});

let editor: Editor;
const onOpen = vi.fn();

function open(threads = [thread(1, "The pool was full")], markdown = TEXT) {
  editor = new Editor({
    element: document.body.appendChild(document.createElement("div")),
    injectCSS: false,
    extensions: [...bridgeExtensions(), commentHighlights({ threads, onOpen })],
    content: documentOf(markdown).toJSON(),
  });
}

const marks = () =>
  [...editor.view.dom.querySelectorAll("[data-comment-thread]")].map((mark) => [
    Number(mark.getAttribute("data-comment-thread")),
    mark.textContent,
  ]);
const wordsOf = (id: number) =>
  marks()
    .filter(([own]) => own === id)
    .map(([, words]) => words)
    .join("");

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  editor.destroy();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("highlights", () => {
  test("mark the words of open threads, across marks of theirs", () => {
    open([thread(1, "The pool was full"), thread(2, "was small", 5), thread(3, "")]);
    expect(wordsOf(1)).toBe("The pool was full");
    expect(wordsOf(2)).toBe("");
    expect(marks().every(([id]) => id === 1)).toBe(true);
  });

  test("move with the text while somebody writes, and are looked for again after a rest", () => {
    open([thread(1, "The pool was full of requests")], "The pool was full of requests.\n");
    editor.commands.insertContentAt(1, "Once: ");
    expect(wordsOf(1)).toBe("The pool was full of requests");
    const at = editor.state.doc.textContent.indexOf("full") + 1;
    editor.view.dispatch(editor.state.tr.insertText("half ", at, at));
    vi.advanceTimersByTime(1500);
    expect(wordsOf(1)).toBe("The pool was half full of requests");
    editor.commands.setContent(documentOf("Nothing of it.\n").toJSON());
    vi.advanceTimersByTime(1500);
    expect(marks()).toEqual([]);
  });

  test("show the threads that there are now", () => {
    open();
    showThreads(editor, [thread(7, "pool was small")]);
    expect(wordsOf(7)).toBe("pool was small");
    expect(wordsOf(1)).toBe("");
  });

  test("are gone to, and open their thread when they are chosen", () => {
    open();
    expect(goToThread(editor, 1)).toBe(true);
    const { from, to } = editor.state.selection;
    expect(editor.state.doc.textBetween(from, to)).toBe("The pool was full");
    expect(goToThread(editor, 9)).toBe(false);

    const mark = editor.view.dom.querySelector("[data-comment-thread]");
    const event = new MouseEvent("click");
    Object.defineProperty(event, "target", { value: mark });
    editor.view.someProp("handleClick", (handle) => handle(editor.view, 1, event));
    expect(onOpen).toHaveBeenCalledWith(1);
  });

  test("change nothing that could be undone or saved", () => {
    open();
    const before = editor.state.doc;
    showThreads(editor, []);
    expect(editor.state.doc.eq(before)).toBe(true);
    expect(marks()).toEqual([]);
  });
});
