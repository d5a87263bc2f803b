import { Extension } from "@tiptap/core";
import { Plugin, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import {
  getRelativeSelection,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";

/**
 * Keeps the caret where it is in the shared text while others write. The binding guesses by the words of
 * the blocks where it should be, and of several empty paragraphs it may take another's. Where the text
 * around the caret is still there Yjs knows better.
 */
export const SteadyCaret = Extension.create({
  name: "steadyCaret",
  addProseMirrorPlugins: () => [steadyCaret()],
});

type Place = ReturnType<typeof getRelativeSelection>;

function steadyCaret(): Plugin {
  let before: Place | undefined;

  return new Plugin({
    view(view) {
      const binding = bindingOf(view.state);
      const note = () => (before = getRelativeSelection(binding, view.state));
      binding.doc.on("beforeAllTransactions", note);
      return { destroy: () => binding.doc.off("beforeAllTransactions", note) };
    },
    appendTransaction: (transactions, _, state) =>
      before?.type === "text" && transactions.some(isOthers) ? putBack(state, before) : null,
  });
}

const bindingOf = (state: EditorState): ProsemirrorBinding =>
  ySyncPluginKey.getState(state).binding;

function isOthers(transaction: Transaction): boolean {
  const meta: { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean } | undefined =
    transaction.getMeta(ySyncPluginKey);
  return meta?.isChangeOrigin === true && meta.isUndoRedoOperation !== true;
}

function putBack(state: EditorState, { anchor, head }: Place): Transaction | null {
  const binding = bindingOf(state);
  const [from, to] = [anchor, head].map((place) => absolute(binding, place));
  if (typeof from !== "number" || typeof to !== "number") return null;
  const { doc, selection } = state;
  if (selection.anchor === from && selection.head === to) return null;
  if (Math.max(from, to) > doc.content.size) return null;
  const place = TextSelection.between(doc.resolve(from), doc.resolve(to));
  return state.tr.setSelection(place).setMeta("addToHistory", false);
}

function absolute({ doc, type, mapping }: ProsemirrorBinding, place: Y.RelativePosition) {
  const id = place.item ?? place.type;
  const item = id && Y.getItem(doc.store, id);
  const isThere = !id || (item instanceof Y.Item && isAlive(item.parent));
  return isThere ? relativePositionToAbsolutePosition(doc, type, place, mapping) : null;
}

/** True where nothing was deleted that a type stands in. */
function isAlive(type: Y.Item["parent"]): boolean {
  if (!(type instanceof Y.AbstractType)) return false;
  return type._item === null || (!type._item.deleted && isAlive(type._item.parent));
}
