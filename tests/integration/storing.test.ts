import { afterEach, describe, expect, test } from "vitest";
import { db, transaction } from "@/db/client";
import { keepSession, startSession } from "@/db/mutations/sessions";
import { addEvent } from "@/db/mutations/events";
import { UnwritableError } from "@/lib/domain/error";
import { storageTrouble } from "@/lib/storage";
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
