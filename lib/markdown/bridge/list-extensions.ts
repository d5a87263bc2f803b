import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from "@tiptap/extension-list";
import { keptFlag } from "./attributes";

export const ListOfBullets = BulletList.extend({
  addAttributes() {
    return { spread: keptFlag("spread") };
  },
});

export const ListOfNumbers = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) =>
          Math.max(0, Number.parseInt(element.getAttribute("start") ?? "1")) || 1,
      },
      spread: keptFlag("spread"),
    };
  },
});

export const ItemOfList = ListItem.extend({
  content: "block+",
  addAttributes() {
    return { spread: keptFlag("spread") };
  },
});

export const ListOfTasks = TaskList.extend({
  addAttributes() {
    return { spread: keptFlag("spread") };
  },
});

export const TaskOfList = TaskItem.extend({
  content: "block+",
  addAttributes() {
    return { ...this.parent?.(), spread: keptFlag("spread") };
  },
  addNodeView: () => null,
}).configure({ nested: true });
