import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tellOfCommit } from "@/lib/commits";
import { Hub, MOST_LISTENERS, MOST_MISSED, MOST_PER_SESSION } from "@/lib/live/hub";
import { fakeLine, fakeSource } from "@/tests/support/fake-live";

const RUN = { build: "b1", start: "s1" };

let log: ReturnType<typeof fakeSource>;
let hub: Hub;

beforeEach(() => {
  vi.useFakeTimers();
  log = fakeSource();
  hub = new Hub(log.source, RUN);
});

afterEach(() => {
  hub.end();
  vi.useRealTimers();
});

type Options = { session?: string; on?: string; after?: number; holds?: number };

function open(name: string, { session, on = "/incidents", after, holds }: Options = {}) {
  const page = fakeLine({ holds });
  const leave = hub.join({ ...log.signIn(name, session), on, after }, page.line);
  return { ...page, leave };
}

async function announce() {
  tellOfCommit();
  await vi.advanceTimersByTimeAsync(100);
}

describe("a page that opens its stream", () => {
  test("is told where it begins, and nothing of before", () => {
    log.write({}, {});
    expect(open("Ada").heard()).toEqual([{ event: "hello", id: 2, data: { ...RUN, spread: 0 } }]);
  });

  test("hears of each change once, in order, and only who did what where", async () => {
    const page = open("Ada");
    log.write({}, { incidentId: null, action: "person:confirm" });
    await announce();
    log.write({});
    await announce();
    await announce();
    expect(page.of("change")).toEqual([
      {
        event: "change",
        id: 1,
        data: { action: "incident:post-update", incidentKey: "INC-1", actor: "Grace", at: 1000 },
      },
      { event: "change", id: 2, data: { action: "person:confirm", actor: "Grace", at: 2000 } },
      expect.objectContaining({ id: 3 }),
    ]);
  });

  test("does not hear of people who sign in", async () => {
    const page = open("Ada");
    log.write({ action: "session:start", incidentId: null });
    await announce();
    expect(page.heard()).toHaveLength(1);
  });

  test("hears of what another process wrote", async () => {
    const page = open("Ada");
    log.write({});
    await vi.advanceTimersByTimeAsync(600);
    expect(page.of("change")).toEqual([]);
    log.state.foreign += 1;
    await vi.advanceTimersByTimeAsync(600);
    expect(page.of("change")).toHaveLength(1);
  });

  test("lets nobody wait for it when it is the last to leave", async () => {
    const { leave } = open("Ada");
    expect(globalThis.musterCommitListeners?.size).toBe(1);
    leave();
    expect(globalThis.musterCommitListeners?.size).toBe(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a page that comes back", () => {
  test("gets what it missed, and nothing twice", async () => {
    log.write({}, {}, {});
    const page = open("Ada", { after: 1 });
    await announce();
    expect(page.of("change").map(({ id }) => id)).toEqual([2, 3]);
    expect(page.of("hello")).toEqual([{ event: "hello", data: { ...RUN, spread: 0 } }]);
  });

  test("reads itself anew where it missed too much", () => {
    log.write(...Array.from({ length: MOST_MISSED + 1 }, () => ({})));
    const page = open("Ada", { after: 0 });
    expect(page.heard().slice(1)).toEqual([{ event: "reset", id: MOST_MISSED + 1, data: {} }]);
  });

  test("reads itself anew where what it missed is long", () => {
    log.write(...Array.from({ length: 400 }, () => ({ actor: "x".repeat(200) })));
    expect(open("Ada", { after: 0 }).of("reset")).toHaveLength(1);
  });

  test("reads itself anew where the database is older than what it knows", () => {
    log.write({});
    expect(open("Ada", { after: 7 }).heard().slice(1)).toEqual([
      { event: "reset", id: 1, data: {} },
    ]);
  });
});

describe("a database that is put back while pages are open", () => {
  test("makes them read themselves anew", async () => {
    log.write({}, {}, {});
    const page = open("Ada");
    log.changes.length = 1;
    await announce();
    expect(page.of("reset")).toEqual([{ event: "reset", id: 1, data: {} }]);
    log.write({});
    await announce();
    expect(page.of("change").map(({ id }) => id)).toEqual([2]);
  });
});

describe("a private incident", () => {
  test("leaves no trace in the stream of someone outside it", async () => {
    log.hide("Mallory", 1);
    const page = open("Mallory");
    const before = page.text();
    log.write({}, {});
    await announce();
    expect(page.text()).toBe(before);
    log.write({ incidentId: 2 });
    await announce();
    expect(page.of("change").map(({ data }) => data)).toEqual([
      expect.objectContaining({ incidentKey: "INC-2" }),
    ]);
  });

  test("is asked about once for all pages of a person", async () => {
    open("Ada", { session: "one" });
    open("Ada", { session: "two" });
    log.write({}, {}, {});
    await announce();
    expect(log.calls.isVisible).toBe(1);
  });

  test("closes its page for someone who may no longer see it, without naming anything", async () => {
    const ada = open("Ada", { on: "/incidents/INC-1" });
    const mallory = open("Mallory", { on: "/incidents/INC-1" });
    log.hide("Mallory", 1);
    log.write({ action: "incident:make-private" }, {});
    await announce();
    await vi.advanceTimersByTimeAsync(3000);
    expect(mallory.of("change")).toEqual([]);
    expect(mallory.of("reset")).toEqual([{ event: "reset", id: 1, data: {} }]);
    expect(ada.of("presence").at(-1)?.data).toEqual(["Ada"]);
  });
});

describe("presence", () => {
  const names = (page: ReturnType<typeof open>) => page.of("presence").map(({ data }) => data);

  test("tells those on one incident's pages who is there, each once and by name", () => {
    const grace = open("Grace", { on: "/incidents/INC-1" });
    const ada = open("Ada", { on: "/incidents/INC-1/postmortem?x" });
    open("Ada", { on: "/incidents/INC-1" });
    const list = open("Linus", { on: "/incidents" });
    open("Margaret", { on: "/incidents/INC-2" });
    expect(names(grace)).toEqual([["Grace"], ["Ada", "Grace"]]);
    expect(names(ada)).toEqual([["Ada", "Grace"]]);
    expect(names(list)).toEqual([]);
  });

  test("lets someone reload without leaving", async () => {
    const grace = open("Grace", { on: "/incidents/INC-1" });
    const ada = open("Ada", { on: "/incidents/INC-1" });
    ada.leave();
    await vi.advanceTimersByTimeAsync(1000);
    const again = open("Ada", { on: "/incidents/INC-1" });
    await vi.advanceTimersByTimeAsync(3000);
    expect(names(grace)).toEqual([["Grace"], ["Ada", "Grace"]]);
    again.leave();
    await vi.advanceTimersByTimeAsync(3000);
    expect(names(grace).at(-1)).toEqual(["Grace"]);
  });

  test("does not count who may not know of the incident", () => {
    log.hide("Mallory", 1);
    const grace = open("Grace", { on: "/incidents/INC-1" });
    const mallory = open("Mallory", { on: "/incidents/INC-1" });
    expect(names(grace)).toEqual([["Grace"]]);
    expect(names(mallory)).toEqual([]);
  });
});

describe("a session", () => {
  test("that is over ends the stream at the next beat", async () => {
    const page = open("Ada");
    await vi.advanceTimersByTimeAsync(15_000);
    expect(page.of("beat")).toHaveLength(1);
    log.signOut("Ada");
    await vi.advanceTimersByTimeAsync(15_000);
    expect(page.heard().at(-1)).toEqual({ event: "signed-out", data: {} });
    expect(page.state.isClosed).toBe(true);
  });

  test("that is over hears of no further change", async () => {
    const page = open("Ada");
    log.signOut("Ada");
    log.write({});
    await announce();
    expect(page.heard().map(({ event }) => event)).toEqual(["hello", "signed-out"]);
  });

  test("has a bounded number of streams, and so has everybody together", () => {
    for (let i = 0; i < MOST_PER_SESSION; i += 1) open("Ada", { session: "one" });
    expect(hub.refusal("one")).toBe(429);
    expect(hub.refusal("two")).toBeUndefined();
    for (let i = MOST_PER_SESSION; i < MOST_LISTENERS; i += 1) open("Ada", { session: `s${i}` });
    expect(hub.refusal("two")).toBe(503);
  });
});

describe("a page that does not read", () => {
  test("is let go of, and the others hear on", async () => {
    const slow = open("Slow", { holds: 400 });
    const ada = open("Ada");
    for (let i = 0; i < 10; i += 1) {
      log.write({});
      await announce();
    }
    expect(slow.state).toEqual({ isClosed: false, isDropped: true });
    expect(slow.text().length).toBeLessThan(700);
    expect(ada.of("change")).toHaveLength(10);
  });
});

describe("the end of the server", () => {
  test("says so to each page, and lets no more in", () => {
    const page = open("Ada");
    hub.end();
    expect(page.heard().at(-1)?.event).toBe("bye");
    expect(page.state.isClosed).toBe(true);
    expect(hub.refusal("Ada")).toBe(503);
  });
});

describe("a database that cannot be read for a moment", () => {
  test("loses no change", async () => {
    const page = open("Ada");
    log.write({});
    const { after } = log.source;
    log.source.after = () => {
      throw new Error("SQLITE_BUSY");
    };
    await announce();
    log.source.after = after;
    await vi.advanceTimersByTimeAsync(2000);
    expect(page.of("change").map(({ id }) => id)).toEqual([1]);
  });
});

describe("many open pages", () => {
  test("all hear of all, also of what comes while they are told", async () => {
    const pages = Array.from({ length: 90 }, (_, i) => open("Ada", { session: `s${i}` }));
    log.write({});
    tellOfCommit();
    await vi.advanceTimersByTimeAsync(31);
    log.write({});
    await announce();
    for (const page of pages) expect(page.of("change").map(({ id }) => id)).toEqual([1, 2]);
  });

  test("are asked to spread out", () => {
    for (let i = 0; i < 100; i += 1) open("Ada", { session: `s${i}` });
    expect(open("Grace").of("hello")[0]?.data).toMatchObject({ spread: 4040 });
  });
});
