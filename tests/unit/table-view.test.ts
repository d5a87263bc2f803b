// @vitest-environment happy-dom
import { getSchema } from "@tiptap/core";
import { DecorationSet } from "@tiptap/pm/view";
import { describe, expect, test } from "vitest";
import { nodeOfMarkdown } from "@/components/postmortems/editor/bridge-node";
import { tableView } from "@/components/postmortems/editor/extensions/table-view";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";

const schema = getSchema(bridgeExtensions());

function tableOf(rows: number, row: string) {
  const lines = ["| A | B |", "| --- | --- |", ...Array.from({ length: rows }, () => row)];
  const table = nodeOfMarkdown(schema, `${lines.join("\n")}\n`).firstChild;
  if (!table) throw new Error("a table");
  return table;
}

function shown(rows: number) {
  const view = tableView(tableOf(rows, "| short | rather longer words |"));
  if (!(view.dom instanceof HTMLElement)) throw new Error("an element");
  const table = view.dom.querySelector("table");
  return { view, table, columns: () => table?.style.getPropertyValue("--columns") };
}

describe("a table in the editor", () => {
  test("is a table like any other while it is short", () => {
    const { table, columns } = shown(5);
    expect(table?.classList.contains("is-long")).toBe(false);
    expect(columns()).toBe("");
  });

  test("shares its room by the words in its columns where it is long", () => {
    const { table, columns } = shown(100);
    expect(table?.classList.contains("is-long")).toBe(true);
    expect(columns()).toBe("minmax(0, 6fr) minmax(0, 19fr)");
  });

  test("does not measure its columns again for what is written in a cell", () => {
    const { view, columns } = shown(100);
    const before = columns();
    view.update?.(tableOf(100, "| much longer than before | words |"), [], DecorationSet.empty);
    expect(columns()).toBe(before);
  });

  test("becomes short again", () => {
    const { view, table, columns } = shown(100);
    view.update?.(tableOf(5, "| short | words |"), [], DecorationSet.empty);
    expect(table?.classList.contains("is-long")).toBe(false);
    expect(columns()).toBe("");
  });
});
