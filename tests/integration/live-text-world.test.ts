import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { writeText } from "@/db/mutations/postmortems";
import { findText, readDocumentOf } from "@/db/queries/postmortem-updates";
import { findIncidentByKey } from "@/db/queries/record";
import { ConflictError } from "@/lib/domain/error";
import { changeTo } from "@/lib/postmortem-text/change";
import { textOf } from "@/lib/postmortem-text/document";
import { fragmentOf, readDocument } from "@/lib/postmortem-text/read";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makePostmortem } from "../support/make-text";
import { makePage, makePortal, type Weather } from "../support/text-world";

freshDatabase();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BEGINNING =
  "## Summary\n\nIt broke.\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n";
const PEOPLE = ["Ada", "Grace", "Linus"];

type Page = ReturnType<typeof makePage>;
type Step =
  | { kind: "write"; who: number; at: number; many: number }
  | { kind: "erase" | "split" | "cut"; who: number; at: number; many: number }
  | { kind: "rewrite"; who: number; at: number; text: string }
  | { kind: "elsewhere"; who: number; at: number; text: string }
  | { kind: "offline" | "online" | "reload"; who: number }
  | { kind: "kill" | "start" }
  | { kind: "wait"; ms: number };

const who = fc.nat({ max: PEOPLE.length - 1 });
const place = { who, at: fc.nat({ max: 1000 }), many: fc.integer({ min: 1, max: 12 }) };
const block = fc.constantFrom("New words.", "- a\n- b\n  - c", "> Quote", "```\ncode\n```", "1. x");
const writing = fc.record({ kind: fc.constant("write" as const), ...place });
const trouble = fc.oneof(
  fc.record({
    kind: fc.constantFrom("offline" as const, "online" as const, "reload" as const),
    who,
  }),
  fc.record({ kind: fc.constantFrom("kill" as const, "start" as const) }),
  fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 4000 }) }),
);
const others = fc.oneof(
  fc.record({
    kind: fc.constantFrom("erase" as const, "split" as const, "cut" as const),
    ...place,
  }),
  fc.record({
    kind: fc.constantFrom("rewrite" as const, "elsewhere" as const),
    who,
    at: place.at,
    text: block,
  }),
);

/** Delays and fates of messages from a seed. */
function weatherOf(seed: number): Weather {
  const random = fc.sample(
    fc.record({
      delay: fc.integer({ min: 1, max: 700 }),
      fate: fc.constantFrom("arrives", "arrives", "arrives", "lost", "answer lost", "twice"),
    }),
    { numRuns: 200, seed },
  );
  let next = 0;
  return () => {
    next += 1;
    return random[next % random.length] as ReturnType<Weather>;
  };
}

async function play(steps: Step[], seed: number) {
  const key = makePostmortem(BEGINNING);
  const portal = makePortal();
  portal.start();
  const weather = weatherOf(seed);
  const pages = PEOPLE.map((name, index) =>
    makePage({ key, viewer: makeViewer({ userId: index + 1, name }), portal, weather }),
  );
  await vi.advanceTimersByTimeAsync(5000);
  const words: string[] = [];
  for (const step of steps) {
    await take(step, { key, portal, pages, words });
    await vi.advanceTimersByTimeAsync(30);
  }
  if (!portal.process()) portal.start();
  for (const page of pages) page.setOnline(true);
  await vi.advanceTimersByTimeAsync(120_000);

  const text = findText(findIncidentByKey(makeViewer(), key)?.id ?? 0);
  const { doc } = readDocumentOf(text?.id ?? 0);
  const end = {
    shown: pages.map((page) => textOf(page.doc())),
    pending: pages.map((page) => page.state().pending),
    kept: pages.map((page) => page.kept.size),
    text: textOf(doc),
    isMended: readDocument(doc).isMended,
    body: text?.body,
    words,
  };
  for (const page of pages) page.close();
  portal.kill();
  await vi.advanceTimersByTimeAsync(60_000);
  return end;
}

type Scene = {
  key: string;
  portal: ReturnType<typeof makePortal>;
  pages: Page[];
  words: string[];
};

async function take(step: Step, { key, portal, pages, words }: Scene): Promise<void> {
  if (step.kind === "wait") return void (await vi.advanceTimersByTimeAsync(step.ms));
  if (step.kind === "kill") return portal.kill();
  if (step.kind === "start") return void (portal.process() ?? portal.start());
  const page = "who" in step ? pages[step.who] : undefined;
  if (!page) return;
  if (step.kind === "offline") return page.setOnline(false);
  if (step.kind === "online") return page.setOnline(true);
  if (step.kind === "reload") return page.reload();
  if ("text" in step && step.kind === "elsewhere") return elsewhere(key, step.text);
  if (!page.isReady()) return;
  if ("text" in step) rewrite(page.doc(), step);
  if ("many" in step) edit(page.doc(), step, words);
}

/** Saves the text with one more block, as the text area does. */
function elsewhere(key: string, block: string): void {
  const base = findText(findIncidentByKey(makeViewer(), key)?.id ?? 0)?.body ?? "";
  try {
    writeText(makeViewer(), { key, text: `${block}\n\n${base}`, base });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

function rewrite(doc: Y.Doc, { at, text }: { at: number; text: string }): void {
  const blocks = textOf(doc).split("\n\n");
  changeTo(doc, blocks.toSpliced(at % (blocks.length + 1), 1, text).join("\n\n"));
}

/** Types, erases, begins a paragraph or cuts one out, somewhere. */
function edit(
  doc: Y.Doc,
  { kind, at, many }: { kind: string; at: number; many: number },
  words: string[],
): void {
  const fragment = fragmentOf(doc);
  const texts = textsIn(fragment);
  const text = texts[at % texts.length];
  if (kind === "write" && text) {
    const word = `w${words.length}x`;
    words.push(word);
    text.insert(at % 2 === 0 ? 0 : text.length, ` ${word} `);
  }
  if (kind === "erase" && text && text.length > 0) {
    const from = (at * 7) % text.length;
    text.delete(from, Math.min(many, text.length - from));
  }
  if (kind === "split") {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("Begun. ".repeat(many))]);
    fragment.insert(at % (fragment.length + 1), [paragraph]);
  }
  if (kind === "cut" && fragment.length > 0) fragment.delete(at % fragment.length, 1);
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
    );
}

const steps = (...kinds: fc.Arbitrary<Step>[]) => fc.array(fc.oneof(...kinds), { maxLength: 40 });

describe("three people on bad lines, with a portal that dies", () => {
  test("end with the same text, which is what is stored", async () => {
    await fc.assert(
      fc.asyncProperty(steps(writing, others, trouble), fc.nat(), async (all, seed) => {
        const { shown, text, body, pending, kept, isMended } = await play(all, seed);
        expect(new Set([...shown, text]).size).toBe(1);
        expect(isMended).toBe(false);
        expect({ pending, kept }).toEqual({ pending: [0, 0, 0], kept: [0, 0, 0] });
        expect(body).toBe(text);
      }),
      { numRuns: 60, seed: 4 },
    );
  }, 300_000);

  test("lose no word that anybody wrote", async () => {
    await fc.assert(
      fc.asyncProperty(steps(writing, writing, trouble), fc.nat(), async (all, seed) => {
        const { text, words } = await play(all, seed);
        expect(words.filter((word) => text.split(word).length !== 2)).toEqual([]);
      }),
      { numRuns: 60, seed: 5 },
    );
  }, 300_000);
});
