import type { Node } from "@tiptap/pm/model";
import type { EditorView, NodeView } from "@tiptap/pm/view";

const LONGEST_LABEL = 60;

/** A task with a box to tick, by pointer or with the space bar. */
export function taskView(
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
): NodeView {
  const dom = document.createElement("li");
  const contentDOM = document.createElement("div");
  const box = document.createElement("input");
  dom.className = "task";
  box.type = "checkbox";
  box.contentEditable = "false";
  box.addEventListener("change", () => {
    const at = getPos();
    if (at === undefined || !view.editable) return;
    view.dispatch(view.state.tr.setNodeAttribute(at, "checked", box.checked));
  });
  dom.append(box, contentDOM);

  function show(node: Node): boolean {
    if (node.type !== first.type) return false;
    const isDone = node.attrs.checked === true;
    box.checked = isDone;
    dom.dataset.checked = String(isDone);
    const words = node.firstChild?.textContent.slice(0, LONGEST_LABEL) ?? "";
    box.ariaLabel = words === "" ? "Done" : `Done: ${words}`;
    return true;
  }

  show(first);
  return {
    dom,
    contentDOM,
    update: show,
    stopEvent: ({ target }) => target === box,
    ignoreMutation: ({ target }) => target === dom || target === box,
  };
}
