import * as Y from "yjs";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tellOfCommit } from "@/lib/commits";
import { MOST_SENT, MOST_TEXTS_PER_SESSION, MOST_WRITERS, Texts } from "@/lib/live/texts";
import { fakeLine } from "../support/fake-live";
import { fakeTexts } from "../support/fake-texts";

let fake: ReturnType<typeof fakeTexts>;
let texts: Texts;
let clients = 0;

beforeEach(() => {
  vi.useFakeTimers();
  fake = fakeTexts();
  for (const text of [1, 2])
    fake.stand(text, { liveId: `live-${text}`, version: 1, state: "draft" });
  texts = new Texts(fake.source);
});

afterEach(() => {
  texts.end();
  vi.useRealTimers();
});

type Options = {
  session?: string;
  text?: number;
  client?: number;
  vector?: Uint8Array;
  holds?: number;
};

function open(name: string, { session, text = 1, client, vector, holds }: Options = {}) {
  const page = fakeLine({ holds });
  const number = client ?? (clients += 1) + 100;
  const visit = {
    ...fake.signIn(name, session),
    text: { postmortemId: text, incidentId: text, liveId: `live-${text}` },
    client: number,
    vector,
  };
  const leave = texts.join(visit, page.line);
  return { ...page, leave, client: number, session: visit.session };
}

async function commit() {
  tellOfCommit();
  await vi.advanceTimersByTimeAsync(100);
}

const bytes = (data: unknown): Uint8Array =>
  new Uint8Array(Buffer.from((data as { update: string }).update, "base64"));

/** What a page that applied all it was sent says. */
function saying(page: ReturnType<typeof open>): string {
  const doc = new Y.Doc();
  for (const event of ["sync", "update"]) {
    for (const { data } of page.of(event)) Y.applyUpdate(doc, bytes(data));
  }
  return doc.getText("text").toString();
}

/** What a page says of its caret. */
function caret(client: number, state: Record<string, unknown>): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const awareness = new Awareness(doc);
  awareness.setLocalState(state);
  const update = encodeAwarenessUpdate(awareness, [client]);
  doc.destroy();
  return update;
}

/** What a page knows of the others. */
function around(page: ReturnType<typeof open>): Record<string, unknown>[] {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const { data } of page.of("awareness")) applyAwarenessUpdate(awareness, bytes(data), "");
  const states = [...awareness.getStates().values()];
  awareness.doc.destroy();
  return states;
}

const at = (clock: number) => ({ type: null, tname: "text", item: { client: 1, clock }, assoc: 0 });

describe("a page that opens a text", () => {
  test("is sent all of it, and what it is called there", () => {
    fake.write("one ");
    const page = open("Ada");
    expect(saying(page)).toBe("one ");
    expect(page.of("sync")[0]?.data).toMatchObject({
      live: "live-1",
      writer: { name: "Ada", color: expect.stringMatching(/^#[0-9a-f]{6}$/), hue: 3 },
    });
  });

  test("is sent only what it lacks", () => {
    fake.write("one ".repeat(100));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, bytes(open("Ada").of("sync")[0]?.data));
    const again = open("Ada", { vector: Y.encodeStateVector(doc) });
    expect(bytes(again.of("sync")[0]?.data).length).toBeLessThan(20);
  });

  test("is sent what is written from then on, once", async () => {
    const page = open("Ada");
    fake.write("one ");
    await commit();
    await commit();
    expect(page.of("update")).toHaveLength(1);
    expect(saying(page)).toBe("one ");
  });

  test("hears nothing of other texts", async () => {
    const page = open("Ada");
    open("Grace", { text: 2 });
    fake.write("two ", 2);
    await commit();
    expect(page.of("update")).toEqual([]);
  });

  test("hears of what another process wrote", async () => {
    const page = open("Ada");
    fake.write("one ");
    fake.state.foreign += 1;
    await vi.advanceTimersByTimeAsync(600);
    expect(saying(page)).toBe("one ");
  });

  test("hears of a revision, and of the review that has gone on", async () => {
    const page = open("Ada");
    fake.stand(1, { liveId: "live-1", version: 2, state: "in_review" });
    await commit();
    expect(page.of("revised")).toEqual([
      { event: "revised", data: { version: 2, state: "in_review" } },
    ]);
  });

  test("takes the place of the stream that it had before", () => {
    const old = open("Ada", { client: 7 });
    open("Ada", { client: 7 });
    expect(old.state.isClosed).toBe(true);
  });
});

describe("a text that is no longer there for a page", () => {
  test("is said to be gone to who may not see it any more, before the next word", async () => {
    const [ada, mallory] = [open("Ada"), open("Mallory")];
    fake.shut("Mallory");
    fake.write("secret");
    await commit();
    expect(mallory.of("update")).toEqual([]);
    expect(mallory.heard().at(-1)?.event).toBe("gone");
    expect(mallory.state.isClosed).toBe(true);
    expect(saying(ada)).toBe("secret");
  });

  test("is said to be gone at the next beat where nobody writes", async () => {
    const page = open("Mallory");
    fake.shut("Mallory");
    await vi.advanceTimersByTimeAsync(15_000);
    expect(page.heard().at(-1)?.event).toBe("gone");
  });

  test("ends with the session", async () => {
    const page = open("Ada");
    fake.signOut("Ada");
    fake.write("secret");
    await commit();
    expect(page.heard().map(({ event }) => event)).toEqual(["sync", "signed-out"]);
  });

  test.each([
    ["replaced", { liveId: "another", version: 2, state: "draft" }],
    ["removed", undefined],
  ])("is said to be gone when it was %s", async (_, stand) => {
    const page = open("Ada");
    fake.stand(1, stand);
    await commit();
    expect(page.heard().at(-1)?.event).toBe("gone");
  });
});

describe("a caret", () => {
  test("is shown to the others under the name of the session", () => {
    const [ada, grace] = [open("Ada"), open("Grace")];
    const cursor = { anchor: at(1), head: at(2) };
    const sent = caret(ada.client, { user: { name: "Mallory", color: "url(x)" }, cursor, x: 1 });
    texts.point({ session: "Ada", postmortemId: 1, client: ada.client, sent });
    expect(around(grace)).toEqual([
      { user: { name: "Ada", color: expect.stringMatching(/^#/), hue: 3 }, cursor },
    ]);
    expect(around(open("Linus"))).toHaveLength(1);
  });

  test("is gone with its page", () => {
    const [ada, grace] = [open("Ada"), open("Grace")];
    const sent = caret(ada.client, {});
    texts.point({ session: "Ada", postmortemId: 1, client: ada.client, sent });
    ada.leave();
    expect(around(grace)).toEqual([]);
  });

  test("stays while its page is open, however still", async () => {
    const [ada, grace] = [open("Ada"), open("Grace")];
    const sent = caret(ada.client, {});
    texts.point({ session: "Ada", postmortemId: 1, client: ada.client, sent });
    await vi.advanceTimersByTimeAsync(90_000);
    expect(around(grace)).toHaveLength(1);
  });

  test.each([
    ["of another page", (own: number) => caret(own + 1, {})],
    ["that points nowhere", (own: number) => caret(own, { cursor: { anchor: 1, head: {} } })],
    ["that is noise", () => new Uint8Array([9, 9, 9])],
    ["that is too large", () => new Uint8Array(5000)],
  ])("%s is refused", (_, made) => {
    const [ada, grace] = [open("Ada"), open("Grace")];
    const sent = made(ada.client);
    expect(() =>
      texts.point({ session: "Ada", postmortemId: 1, client: ada.client, sent }),
    ).toThrow("This says nothing of where somebody writes.");
    expect(around(grace)).toEqual([]);
  });

  test("of a page without a stream is shown to nobody", () => {
    const grace = open("Grace");
    texts.point({ session: "Ada", postmortemId: 1, client: 5, sent: caret(5, {}) });
    texts.point({ session: "Ada", postmortemId: 9, client: 5, sent: caret(5, {}) });
    expect(around(grace)).toEqual([]);
  });
});

describe("what was written", () => {
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test("is stored within two seconds of quiet, and kept as a revision after 30", async () => {
    open("Ada");
    texts.wrote(1);
    await pass(1000);
    expect(fake.done).toEqual([]);
    await pass(1000);
    expect(fake.done).toEqual(["follow 1"]);
    await pass(29_000);
    expect(fake.done).toEqual(["follow 1", "keep 1"]);
    await pass(600_000);
    expect(fake.done).toHaveLength(2);
  });

  test("is stored every five seconds while somebody writes on, and kept after five minutes", async () => {
    open("Ada");
    for (let second = 0; second < 302; second += 1) {
      texts.wrote(1);
      await pass(1000);
    }
    expect(fake.done.filter((each) => each === "follow 1").length).toBeGreaterThanOrEqual(60);
    expect(fake.done).toContain("keep 1");
  });

  test("is kept soon after the last page is gone, but not while one is read anew", async () => {
    const page = open("Ada");
    texts.wrote(1);
    page.leave();
    await pass(1000);
    const again = open("Ada");
    await pass(2000);
    expect(fake.done).toEqual(["follow 1"]);
    again.leave();
    await pass(1000);
    expect(fake.done).toEqual(["follow 1", "keep 1"]);
  });

  test("is kept when the server ends, and each page is told", () => {
    const page = open("Ada");
    texts.wrote(1);
    texts.end();
    expect(fake.done).toEqual(["keep 1"]);
    expect(page.heard().at(-1)?.event).toBe("bye");
    expect(texts.refusal("Ada")).toBe(503);
  });

  test("is tried again where the database cannot be written for a moment", async () => {
    texts.wrote(1);
    fake.state.fails = true;
    await pass(5000);
    fake.state.fails = false;
    await pass(15_000);
    expect(fake.done).toContain("keep 1");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the bounds", () => {
  test("of one session and of all together are kept", () => {
    for (let n = 0; n < MOST_TEXTS_PER_SESSION; n += 1) open("Ada", { session: "one" });
    expect(texts.refusal("one")).toBe(429);
    expect(texts.refusal("two")).toBeUndefined();
    for (let n = MOST_TEXTS_PER_SESSION; n < MOST_WRITERS; n += 1)
      open("Ada", { session: `s${n}` });
    expect(texts.refusal("two")).toBe(503);
  });

  test("of what a session may send are kept, and forgotten after a while", () => {
    for (let n = 0; n < MOST_SENT; n += 1) expect(texts.isTooFast("one")).toBe(false);
    expect(texts.isTooFast("one")).toBe(true);
    expect(texts.isTooFast("two")).toBe(false);
    vi.advanceTimersByTime(10_000);
    expect(texts.isTooFast("one")).toBe(false);
  });

  test("of a page that does not read let go of it, and the others hear on", async () => {
    const slow = open("Slow", { holds: 600 });
    const ada = open("Ada");
    for (let n = 0; n < 20; n += 1) {
      fake.write("some words ");
      await commit();
    }
    expect(slow.state.isDropped).toBe(true);
    expect(ada.of("update")).toHaveLength(20);
  });
});

test("a database that cannot be read for a moment loses nothing", async () => {
  const page = open("Ada");
  fake.write("one");
  fake.state.fails = true;
  await commit();
  fake.state.fails = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect(saying(page)).toBe("one");
});

test("nothing waits when the last page is gone", () => {
  open("Ada").leave();
  expect(vi.getTimerCount()).toBe(0);
  expect(globalThis.musterCommitListeners?.size).toBe(0);
});
