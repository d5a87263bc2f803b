import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

export type Place = { from: number; to: number };
export type Finding = { text: string; places: Place[]; current: number };

const find = new PluginKey<Finding>("find");
const NOTHING: Finding = { text: "", places: [], current: -1 };

/** Where a text stands in a document, in any spelling of its letters; never across paragraphs. */
export function placesOf(doc: Node, text: string): Place[] {
  const places: Place[] = [];
  if (text === "") return places;
  const wanted = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "giu");
  doc.descendants((node, start) => {
    if (!node.isTextblock) return true;
    const words = node.textBetween(0, node.content.size, undefined, "\ufffc");
    for (const { index, 0: found } of words.matchAll(wanted)) {
      places.push({ from: start + 1 + index, to: start + 1 + index + found.length });
    }
    return false;
  });
  return places;
}

/** Marks every place of the text that is looked for. */
export function findPlugin(): Plugin {
  return new Plugin<Finding>({
    key: find,
    state: {
      init: () => NOTHING,
      apply: (tr, before) => {
        const asked: Finding | undefined = tr.getMeta(find);
        if (asked) return asked;
        if (!tr.docChanged || before.text === "") return before;
        const places = placesOf(tr.doc, before.text);
        return { ...before, places, current: Math.min(before.current, places.length - 1) };
      },
    },
    props: {
      decorations: (state) => {
        const { places, current } = findingIn(state);
        const marks = places.map(({ from, to }, index) =>
          Decoration.inline(from, to, { class: index === current ? "found-now" : "found" }),
        );
        return DecorationSet.create(state.doc, marks);
      },
    },
  });
}

export const findingIn = (state: EditorState): Finding => find.getState(state) ?? NOTHING;

/** Looks for a text from the caret on; an empty one ends the search. */
export function lookFor(editor: Editor, text: string): void {
  const { state } = editor;
  const places = placesOf(state.doc, text);
  const next = places.findIndex(({ from }) => from >= state.selection.from);
  show(editor, { text, places, current: places.length === 0 ? -1 : Math.max(next, 0) });
}

/** Goes to the next place, or back to the one before. */
export function step(editor: Editor, by: 1 | -1): void {
  const finding = findingIn(editor.state);
  const { length } = finding.places;
  if (length > 0) show(editor, { ...finding, current: (finding.current + by + length) % length });
}

function show(editor: Editor, finding: Finding): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setMeta(find, finding));
  view.dom.querySelector(".found-now")?.scrollIntoView({ block: "center" });
}

/** Ends the search and selects the place that it led to. */
export function endSearch(editor: Editor): void {
  const { state, view } = editor;
  const { places, current } = findingIn(state);
  const place = places[current];
  const tr = state.tr.setMeta(find, NOTHING);
  if (place) tr.setSelection(TextSelection.create(state.doc, place.from, place.to));
  view.dispatch(tr);
}

/** Puts other words where one is, and goes on to the next. */
export function replaceOne(editor: Editor, words: string): void {
  const { text, places, current } = findingIn(editor.state);
  const place = places[current];
  if (!place) return;
  editor.view.dispatch(replaced(editor.state, [place], words));
  const after = placesOf(editor.state.doc, text);
  const next = after.findIndex(({ from }) => from >= place.from + words.length);
  show(editor, { text, places: after, current: after.length === 0 ? -1 : Math.max(next, 0) });
}

/** Puts other words wherever the text stands, as one change; answers in how many places. */
export function replaceAll(editor: Editor, words: string): number {
  const { places } = findingIn(editor.state);
  if (places.length > 0) editor.view.dispatch(replaced(editor.state, places, words));
  return places.length;
}

function replaced({ tr }: EditorState, places: Place[], words: string) {
  for (const { from, to } of places.toReversed()) {
    if (words === "") tr.delete(from, to);
    else tr.insertText(words, from, to);
  }
  return tr;
}
