// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createDesk, deskOf } from "@/components/postmortems/insert/desk";
import {
  endSearch,
  findingIn,
  lookFor,
  replaceAll,
  replaceOne,
  step,
} from "@/components/postmortems/insert/find";
import { insertExtensions } from "@/components/postmortems/insert/insert-extensions";
import { putChip, putLiveBlock, putRow } from "@/components/postmortems/insert/put";
import { bridgeExtensions } from "@/lib/markdown/bridge/extensions";
import { documentOf } from "@/lib/markdown/bridge/from-markdown";
import { schema } from "@/lib/markdown/bridge/schema";
import { markdownOf } from "@/lib/markdown/bridge/to-markdown";
import { makeBlocks } from "../support/make-blocks";

let editor: Editor | undefined;

afterEach(() => editor?.destroy());

function write(markdown: string, caret: number | "start" | "end" = "end"): Editor {
  const desk = createDesk(makeBlocks(), "INC-2026-0001");
  editor = new Editor({
    element: document.createElement("div"),
    extensions: [...bridgeExtensions(), ...insertExtensions(desk)],
    content: documentOf(markdown).toJSON(),
    injectCSS: false,
  });
  editor.commands.setTextSelection(
    caret === "start" ? 1 : caret === "end" ? editor.state.doc.content.size : caret,
  );
  return editor;
}

const written = ({ state }: Editor) => markdownOf(schema.nodeFromJSON(state.doc.toJSON()));
const chip = { text: "14:40", href: "/incidents/INC-2026-0001#e-9" };
const LINK = "[14:40](/incidents/INC-2026-0001#e-9)";

describe("putRow", () => {
  test("cites a row within a sentence by its time alone", () => {
    const text = write("It began at");
    putRow(text, chip, "Rolled back");
    putRow(text, chip, "Rolled back");
    expect(written(text).trim()).toBe(`It began at ${LINK} ${LINK}`);
  });

  test("tells the row on an empty line, and its words stay words", () => {
    const text = write("");
    putRow(text, chip, "**Rolled** back [x](javascript:1)");
    expect(written(text)).toBe(`${LINK} \\*\\*Rolled\\*\\* back \\[x](javascript:1)\n`);
  });

  test("writes the address out where no link may stand", () => {
    const text = write("```\ncode\n```", 3);
    putRow(text, chip, "Rolled back");
    expect(written(text)).toContain(`14:40 ${chip.href} `);
  });
});

describe("putChip", () => {
  test("takes the place of what was typed, and one writes on after it", () => {
    const text = write("With @ja", "end");
    putChip(text, { text: "@Jane", href: "/people#p-1" }, { from: 6, to: 9 });
    text.commands.insertContent("and others");
    expect(written(text)).toBe("With [@Jane](/people#p-1) and others\n");
  });
});

describe("putLiveBlock", () => {
  test("writes a fence that its readers see as what the record says", () => {
    const text = write("Before", "end");
    putLiveBlock(text, "action-items");
    expect(written(text)).toBe("Before\n\n```action-items\n```\n");
  });
});

describe("finding words", () => {
  test("goes from the caret to the next place and round again", () => {
    const text = write("cat dog Cat\n\ncat", 5);
    lookFor(text, "cat");
    expect(findingIn(text.state)).toMatchObject({ current: 1, places: [{}, {}, {}] });
    step(text, 1);
    step(text, 1);
    expect(findingIn(text.state).current).toBe(0);
    step(text, -1);
    expect(findingIn(text.state).current).toBe(2);
    expect(text.state.selection.from).toBe(5);
    endSearch(text);
    expect(text.state.doc.textBetween(text.state.selection.from, text.state.selection.to)).toBe(
      "cat",
    );
    expect(findingIn(text.state).places).toEqual([]);
  });

  test("says where nothing is found, and forgets when it ends", () => {
    const text = write("cat");
    lookFor(text, "dog");
    step(text, 1);
    replaceOne(text, "x");
    expect(findingIn(text.state)).toMatchObject({ current: -1, places: [] });
    lookFor(text, "");
    expect(findingIn(text.state).places).toEqual([]);
    expect(written(text)).toBe("cat\n");
  });

  test("keeps up with what is written meanwhile", () => {
    const text = write("cat cat", "start");
    lookFor(text, "cat");
    text.commands.insertContentAt(1, "A cat ");
    expect(findingIn(text.state).places).toHaveLength(3);
    text.commands.setContent(documentOf("dog").toJSON());
    expect(findingIn(text.state)).toMatchObject({ places: [], current: -1 });
  });

  test("puts other words in one place and goes on, keeping how they look", () => {
    const text = write("**cat** cat cat", "start");
    lookFor(text, "cat");
    replaceOne(text, "dog");
    expect(written(text)).toBe("**dog** cat cat\n");
    expect(findingIn(text.state)).toMatchObject({ current: 0, places: [{}, {}] });
  });

  test("puts other words everywhere as one change, or none", () => {
    const text = write("cat, cat\n\n- catcat", "start");
    lookFor(text, "cat");
    expect(replaceAll(text, "horse")).toBe(4);
    expect(written(text)).toBe("horse, horse\n\n- horsehorse\n");
    lookFor(text, "horse");
    replaceAll(text, "");
    expect(written(text)).not.toContain("horse");
    expect(replaceAll(text, "x")).toBe(0);
  });
});

describe("insertExtensions", () => {
  test("opens the search by its keys", () => {
    const text = write("cat");
    const find = vi.fn();
    const idle = deskOf(text).acts();
    deskOf(text).serve({ ...idle, find });
    const keys = { key: "f", ctrlKey: true, altKey: true, keyCode: 70 };
    text.view.dom.dispatchEvent(new KeyboardEvent("keydown", { ...keys, bubbles: true }));
    expect(find).toHaveBeenCalled();
  });
});
