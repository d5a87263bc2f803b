import { afterEach, describe, expect, test, vi } from "vitest";
import { db, transaction } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { keepSession, startSession } from "@/db/mutations/sessions";
import { rewriteSomething } from "@/db/mutations/storage";
import { events } from "@/db/schema";
import { UnwritableError } from "@/lib/domain/error";
import { storageTrouble } from "@/lib/storage";
import { storageWatch } from "@/lib/storage-watch";
import { freshDatabase } from "../support/database";
import { askApi, makeApiToken } from "../support/ask-api";
import { makeViewer } from "../support/make";
import { makeIncident } from "../support/make-incident";
import { makeUser } from "../support/make-user";

freshDatabase();
afterEach(() => {
  globalThis.musterStorageTrouble = undefined;
});

const beReadOnly = () => db().$client.pragma("query_only = ON");
const beWritable = () => db().$client.pragma("query_only = OFF");

describe("a database that cannot be written", () => {
  test("says so in words to whoever wanted to change something", () => {
    const key = makeIncident();
    beReadOnly();
    const note = { key, type: "investigation", description: "Looked at it", at: 1000 } as const;

    expect(() => addEvent(makeViewer(), note)).toThrow(UnwritableError);
    expect(() => addEvent(makeViewer(), note)).toThrow("The portal’s disk cannot be written");
    expect(storageTrouble()).toMatchObject({ kind: "read-only" });
  });

  test("is told apart from a bug and from a rule", () => {
    expect(() => transaction(() => db().$client.exec("insert into nowhere values (1)"))).toThrow(
      "no such table",
    );
    expect(storageTrouble()).toBeUndefined();
  });

  test("is noticed when the use of a session is noted", async () => {
    const sid = startSession(await makeUser(), 0);
    beReadOnly();
    expect(() => keepSession(sid, 0, 3_600_000)).toThrow(UnwritableError);
    expect(storageTrouble()).toMatchObject({ kind: "read-only" });
  });

  test("answers programs with 503 and when to come back, and lets them read", async () => {
    const { token } = await makeApiToken();
    const key = makeIncident();
    beReadOnly();
    const body = { description: "Looked at it" };

    for (const time of ["first", "second"]) {
      const answer = await askApi(`POST /incidents/${key}/timeline`, { token, body });
      expect(answer.status, time).toBe(503);
      expect(answer.headers.get("retry-after"), time).toBe("10");
      expect(answer.body, time).toMatchObject({ type: "/docs/api#unwritable" });
      expect(answer.body.detail, time).toContain("The portal’s disk cannot be written");
    }
    expect((await askApi(`GET /incidents/${key}`, { token })).status).toBe(200);
    beWritable();
  });
});

describe("a database that is full", () => {
  /** Writes until nothing more can be stored; gives what was. */
  const fill = (key: string) => {
    const stored: string[] = [];
    const write = () => {
      const description = `${stored.length} ${"x".repeat(9000)}`;
      addEvent(makeViewer(), { key, type: "investigation", description, at: 1000 });
      stored.push(description);
    };
    const pages = Number(db().$client.pragma("page_count", { simple: true }));
    db().$client.pragma(`max_page_count = ${pages + 40}`);
    for (let tries = 0; tries < 100 && !storageTrouble(); tries += 1) {
      try {
        write();
      } catch (error) {
        expect(error).toBeInstanceOf(UnwritableError);
      }
    }
    return stored;
  };

  test("keeps what it acknowledged, refuses the rest in words, and goes on once there is room", () => {
    const key = makeIncident();
    const stored = fill(key);
    expect(storageTrouble()).toMatchObject({ kind: "full" });
    const described = () =>
      db()
        .select()
        .from(events)
        .all()
        .map(({ description }) => description)
        .filter((text) => text.includes("xxx"));
    expect(described()).toEqual(stored);
    expect(db().$client.pragma("integrity_check", { simple: true })).toBe("ok");

    const reserve = { hold: vi.fn(), giveUp: vi.fn(), hasRoom: () => true };
    const look = storageWatch({ reserve, tryToWrite: rewriteSomething, tell: vi.fn() });
    db().$client.pragma("max_page_count = 1000000");
    look();
    expect(reserve.giveUp).toHaveBeenCalled();
    expect(storageTrouble()).toBeUndefined();
    addEvent(makeViewer(), { key, type: "investigation", description: "xxx later", at: 1000 });
    expect(described()).toEqual([...stored, "xxx later"]);
  });
});
