import { EditorState, TextSelection } from "@tiptap/pm/state";
import type { DecorationSet } from "@tiptap/pm/view";
import { afterEach, describe, expect, test, vi } from "vitest";
import { chipsPlugin } from "@/components/postmortems/insert/chips";
import { createDesk } from "@/components/postmortems/insert/desk";
import { carriedRow, rowIn } from "@/components/postmortems/insert/drops";
import { placesOf } from "@/components/postmortems/insert/find";
import { namesOf } from "@/components/postmortems/insert/naming";
import { slashItems } from "@/components/postmortems/insert/slash-items";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { makeBlocks } from "../support/make-blocks";

afterEach(() => vi.unstubAllGlobals());

const titles = (typed: string) => slashItems(typed).map(({ title }) => title);

describe("slashItems", () => {
  test("offers everything once before anything is typed", () => {
    expect(new Set(titles("")).size).toBe(titles("").length);
    expect(titles("").length).toBeGreaterThan(20);
  });

  test("finds a thing by its name, by other words for it and without its spaces", () => {
    expect(titles("h2")).toEqual(["Heading 2"]);
    expect(titles("heading3")).toEqual(["Heading 3"]);
    expect(titles("todo")).toContain("Task list");
    expect(titles("live")).toHaveLength(4);
    expect(titles("WARN")).toEqual(["Callout: Warning"]);
    expect(titles("zzz")).toEqual([]);
  });

  test("puts names that begin with it first", () => {
    expect(titles("t")[0]).toMatch(/^Ta/);
  });
});

describe("placesOf", () => {
  const placed = (markdown: string, text: string) => {
    const doc = documentOf(markdown);
    return placesOf(doc, text).map(({ from, to }) => doc.textBetween(from, to));
  };

  test("finds words whatever their case, also where marks divide them", () => {
    expect(placed("Rolled **ba**ck, then ROLLED BACK", "rolled back")).toEqual([
      "Rolled back",
      "ROLLED BACK",
    ]);
  });

  test("finds them in lists, tables and code, and never across paragraphs", () => {
    expect(placed("- a cat\n\n| cat |\n| - |\n| x |\n\n```\ncat\n```", "cat")).toHaveLength(3);
    expect(placed("one\n\ntwo", "onetwo")).toEqual([]);
  });

  test("takes signs as they are", () => {
    expect(placed("a.b (c) a-b", "a.b")).toEqual(["a.b"]);
    expect(placed("a.b (c) a-b", "(c)")).toEqual(["(c)"]);
    expect(placed("50% [x] {y}", "% [x] {y}")).toHaveLength(1);
    expect(placed("anything", "")).toEqual([]);
  });
});

describe("chipsPlugin", () => {
  const KEY = "INC-2026-0001";
  const shown = (markdown: string) => {
    const desk = createDesk(makeBlocks(), KEY);
    const plugin = chipsPlugin(desk);
    const state = EditorState.create({ doc: documentOf(markdown), plugins: [plugin] });
    return { desk, plugin, state };
  };
  const found = (set: DecorationSet | undefined) =>
    (set?.find() ?? []).map(({ from, to, type }: { from: number; to: number; type?: object }) => ({
      from,
      to,
      ...(type && "attrs" in type && typeof type.attrs === "object" ? type.attrs : {}),
    }));

  test("marks links to people, incidents, actions and rows, and says what a row says", () => {
    const { plugin, state } = shown(
      `[@Jane](/people#p-1) [14:40](/incidents/${KEY}#e-9) [x](https://example.com)`,
    );
    expect(found(plugin.getState(state))).toEqual([
      { from: 1, to: 6, class: "chip chip-person" },
      { from: 7, to: 12, class: "chip chip-event", title: "Rolled back" },
    ]);
  });

  test("makes one chip of a link whose words are marked differently", () => {
    const { plugin, state } = shown("[AI-7 **Add** it](/actions#ai-7)");
    expect(found(plugin.getState(state))).toHaveLength(1);
  });

  test("follows what is typed before a chip", () => {
    const { plugin, state } = shown("a [@Jane](/people#p-1)");
    const typed = state.apply(state.tr.insertText("bc", 1));
    expect(found(plugin.getState(typed))).toMatchObject([{ from: 5, to: 10 }]);
    const moved = typed.apply(typed.tr.setSelection(TextSelection.atStart(typed.doc)));
    expect(plugin.getState(moved)).toBe(plugin.getState(typed));
  });
});

describe("chipsPlugin, as a text changes", () => {
  const LINK = "[14:40](/incidents/INC-2026-0001#e-9)";
  const other = "[@Jane](/people#p-1)";

  test.each([
    ["a link is added", `a b`, `a ${LINK} b`],
    ["a link is taken away", `a ${LINK} b ${other}`, `a b ${other}`],
    ["paragraphs come before", `${LINK}`, `new\n\n## head\n\n${LINK}`],
    ["paragraphs come after", `${LINK}`, `${LINK}\n\n- ${other}\n- x`],
    ["one of two that are alike goes", `${LINK}\n\n${LINK}`, `${LINK}`],
    ["one becomes two that are alike", `${LINK}`, `${LINK}\n\n${LINK}`],
    ["words are marked", `a ${LINK} b`, `a ${LINK} **b**`],
    ["a link changes its address", `${LINK}`, `[14:40](/incidents/INC-2026-0001#e-8)`],
    ["a table gets a row", `|a|\n|-|\n|${other}|`, `|a|\n|-|\n|${LINK}|\n|${other}|`],
    ["everything goes", `${LINK}`, ``],
  ])("shows the chips of the new text when %s", (_, before, after) => {
    const chips = (markdown: string, plugin = chipsPlugin(createDesk(makeBlocks(), "x"))) => {
      const state = EditorState.create({ doc: documentOf(markdown), plugins: [plugin] });
      return { state, plugin };
    };
    const spans = (set: DecorationSet | undefined) =>
      (set?.find() ?? []).map(({ from, to }) => [from, to]).toSorted(([a = 0], [b = 0]) => a - b);
    const { state, plugin } = chips(before);
    const doc = documentOf(after);
    const changed = state.apply(state.tr.replaceWith(0, state.doc.content.size, doc.content));
    const fresh = chips(after);
    expect(spans(plugin.getState(changed))).toEqual(spans(fresh.plugin.getState(fresh.state)));
  });

  test("sees a link that is set on words that stay", () => {
    const plugin = chipsPlugin(createDesk(makeBlocks(), "x"));
    const state = EditorState.create({ doc: documentOf("say Jane"), plugins: [plugin] });
    const link = state.schema.mark("link", { href: "/people#p-1" });
    const linked = state.apply(state.tr.addMark(5, 9, link));
    expect(plugin.getState(linked)?.find()).toMatchObject([{ from: 5, to: 9 }]);
    const plain = linked.apply(linked.tr.removeMark(5, 9, link));
    expect(plugin.getState(plain)?.find()).toEqual([]);
  });
});

describe("createDesk", () => {
  test("tells of what the record says now, and only of that", () => {
    const blocks = makeBlocks();
    const desk = createDesk(blocks, "INC-1");
    const listener = vi.fn();
    const stop = desk.subscribe(listener);
    desk.show(blocks);
    expect(listener).not.toHaveBeenCalled();
    const renewed = makeBlocks({ timelineLeft: 1 });
    desk.show(renewed);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(desk.blocks()).toBe(renewed);
    stop();
    desk.show(blocks);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe("namesOf", () => {
  const desk = createDesk(makeBlocks(), "INC 1");
  const ask = (typed: string) => namesOf(desk, "things", typed, new AbortController().signal);
  const answering = (body: unknown, ok = true) => {
    const fetch = vi.fn(async (_path: string) => ({ ok, json: async () => body }));
    vi.stubGlobal("fetch", fetch);
    return fetch;
  };

  test("asks for what was typed and makes chips of the answer", async () => {
    const fetch = answering([
      { kind: "person", id: 1, name: "Jane Smith" },
      { kind: "incident", key: "INC-2", title: "Slow" },
      { kind: "action", id: 7, key: "INC-2", title: "x".repeat(200) },
    ]);
    const found = await ask("ja s");

    expect(fetch.mock.calls[0]?.[0]).toBe(
      "/incidents/INC%201/postmortem/suggestions?of=things&text=ja+s",
    );
    expect(found.map(({ chip }) => chip)).toEqual([
      { text: "@Jane Smith", href: "/people#p-1" },
      { text: "#INC-2", href: "/incidents/INC-2" },
      { text: `AI-7 ${"x".repeat(79)}…`, href: "/actions/AI-7" },
    ]);
  });

  test("asks nothing of what is no name", async () => {
    const fetch = answering([]);
    for (const typed of [" heading", "# heading", "@", "x".repeat(61)]) {
      expect(await ask(typed)).toEqual([]);
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  test("offers nothing where the portal refuses", async () => {
    answering({ error: "no" }, false);
    expect(await ask("x")).toEqual([]);
  });
});

describe("rowIn", () => {
  const row = { chip: { text: "14:40", href: "/incidents/INC-1#e-9" }, words: "Rolled back" };

  test("reads a row that was dragged from beside the text", () => {
    expect(rowIn(carriedRow(row))).toEqual(row);
  });

  test.each([
    "",
    "{",
    "{}",
    "[1, 2, 3]",
    '["x", "javascript:alert(1)", ""]',
    '["", "/incidents/INC-1#e-9", ""]',
  ])("takes nothing else for one: %j", (carried) => {
    expect(rowIn(carried)).toBeUndefined();
  });
});
