import type { Node } from "@tiptap/pm/model";
import type { EditorView, NodeView } from "@tiptap/pm/view";
import { changeRaw } from "../raw-change";
import { rawForm } from "./raw-form";

const NAME = "Markdown kept as written";

/** A piece of Markdown that the editor does not lay out: shown as it is, and edited as text in its place. */
export function rawView(first: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  const { isInline } = first;
  const dom = document.createElement(isInline ? "span" : "div");
  const code = document.createElement(isInline ? "code" : "pre");
  const label = document.createElement("span");
  const edit = document.createElement("button");
  let source = "";

  dom.className = isInline ? "raw-inline" : "raw-block";
  dom.contentEditable = "false";
  dom.role = "group";
  dom.ariaLabel = NAME;
  label.className = "raw-label";
  label.textContent = NAME;
  edit.type = "button";
  edit.textContent = "Edit as Markdown";
  edit.addEventListener("click", open);
  dom.append(...(isInline ? [] : [label]), edit, code);

  function show(node: Node): boolean {
    if (node.type !== first.type) return false;
    source = String(node.attrs.source);
    code.textContent = source;
    if (isInline) edit.ariaLabel = `Edit as Markdown: ${source}`;
    return true;
  }

  function open() {
    if (!view.editable || dom.querySelector(".raw-form")) return;
    const form = rawForm({ source, isInline, save, close });
    dom.append(form);
    form.querySelector("textarea")?.focus();
  }

  function close() {
    dom.querySelector(".raw-form")?.remove();
    edit.focus();
  }

  function save(written: string) {
    close();
    const at = getPos();
    if (at === undefined || written === source) return;
    const { state } = view;
    view.dispatch(
      written.trim() === ""
        ? state.tr.delete(at, at + first.nodeSize)
        : changeRaw(state, at, written),
    );
    view.focus();
  }

  show(first);
  return {
    dom,
    update: show,
    stopEvent: ({ target }) =>
      target instanceof HTMLElement && target.closest("button, .raw-form") !== null,
    ignoreMutation: () => true,
  };
}
