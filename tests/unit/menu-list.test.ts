// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { MenuList } from "@/components/postmortems/insert/menu-list";

afterEach(() => document.body.replaceChildren());

const ITEMS = [
  { id: "a", title: "Table" },
  { id: "b", title: "Task list", hint: "[ ]" },
];

function open(items = ITEMS) {
  const text = document.createElement("div");
  const choose = vi.fn();
  const menu = new MenuList(text, "Insert", choose);
  document.body.append(text, menu.dom);
  menu.show(items);
  const press = (key: string, more: KeyboardEventInit = {}) =>
    menu.take(new KeyboardEvent("keydown", { key, ...more }));
  const active = () => {
    const id = text.getAttribute("aria-activedescendant");
    return id === null ? undefined : document.getElementById(id)?.textContent;
  };
  return { text, menu, choose, press, active };
}

describe("MenuList", () => {
  test("goes round by arrows and says where it is", () => {
    const { press, active, text, menu } = open();
    expect(active()).toBe("Table");
    expect(press("ArrowDown")).toBe(true);
    expect(active()).toBe("Task list [ ]");
    press("ArrowDown");
    expect(active()).toBe("Table");
    press("ArrowUp");
    expect(active()).toBe("Task list [ ]");
    expect(menu.dom.querySelectorAll("[aria-selected=true]")).toHaveLength(1);
    expect(text.getAttribute("aria-controls")).toBe(menu.dom.querySelector("ul")?.id);
    expect(menu.dom.querySelector("[role=status]")?.textContent).toBe("2 suggestions");
  });

  test("chooses by Enter, by Tab and by pointer", () => {
    const { press, choose, menu } = open();
    press("Enter");
    press("ArrowDown");
    press("Tab");
    menu.dom.querySelector("li")?.click();
    expect(choose.mock.calls.map(([item]) => item.id)).toEqual(["a", "b", "a"]);
  });

  test("keeps no other key, and none while there is nothing or a word is being composed", () => {
    const { press, menu, choose } = open();
    expect(press("x")).toBe(false);
    expect(press("Tab", { shiftKey: true })).toBe(false);
    expect(press("Enter", { isComposing: true })).toBe(false);
    menu.show([]);
    expect(press("Enter")).toBe(false);
    expect(menu.dom.hidden).toBe(true);
    expect(choose).not.toHaveBeenCalled();
  });

  test("follows the pointer, and tells one suggestion from several", () => {
    const { menu, active } = open();
    const last = menu.dom.querySelectorAll("li")[1];
    last?.dispatchEvent(new Event("pointermove"));
    expect(active()).toBe("Task list [ ]");
    menu.show(ITEMS.slice(0, 1));
    expect(menu.dom.querySelector("[role=status]")?.textContent).toBe("1 suggestion");
  });

  test("leaves the text without a trace", () => {
    const { menu, text } = open();
    menu.close();
    expect(text.getAttributeNames()).toEqual([]);
    expect(menu.dom.isConnected).toBe(false);
  });
});
