import { Extension } from "@tiptap/core";
import { NodeSelection, Plugin } from "@tiptap/pm/state";
import { rawView } from "./raw-view";
import { tableView } from "./table-view";
import { taskView } from "./task-view";

/** What is more than its text: wide tables, tasks with their box, and pieces of Markdown with their own form. */
export const NodeViews = Extension.create({
  name: "nodeViews",

  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        nodeViews: {
          table: tableView,
          taskItem: taskView,
          rawBlock: rawView,
          rawInline: rawView,
        },
        handleKeyDown: (view, event) => {
          const { selection } = view.state;
          if (event.key !== "Enter" || !(selection instanceof NodeSelection)) return false;
          if (!selection.node.type.name.startsWith("raw")) return false;
          const dom = view.nodeDOM(selection.from);
          if (dom instanceof HTMLElement) dom.querySelector("button")?.click();
          return true;
        },
      },
    }),
  ],
});
