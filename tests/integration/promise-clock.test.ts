import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { tellOfPromises } from "@/db/mutations/promise-clock";
import { postUpdate } from "@/db/mutations/updates";
import { happenings, incidents } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeChannel } from "../support/make-channel";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const MINUTE = 60_000;

/** An incident whose next update is promised for half an hour after noon. */
function promise(): string {
  makeChannel({
    hears: [
      ["promise.due_soon", "SEV4"],
      ["promise.missed", "SEV4"],
    ],
  });
  const key = makeIncident();
  post(key, "We look into it.", NOON);
  return key;
}

function post(key: string, message: string, at: number): void {
  const update = { key, audience: "stakeholders", message } as const;
  postUpdate(makeViewer(), { ...update, nextUpdateAt: at + 30 * MINUTE }, at);
}

const told = () =>
  db()
    .select()
    .from(happenings)
    .all()
    .map(({ told }) => told.text);

describe("tellOfPromises", () => {
  test("tells five minutes before an update is due, and once it is late, each once", () => {
    promise();
    for (const minute of [0, 24, 25, 26, 29, 30, 31, 45]) tellOfPromises(NOON + minute * MINUTE);
    expect(told()).toEqual([
      "The next update is due at 12:30 UTC.",
      "The next update was due at 12:30 UTC.",
    ]);
  });

  test("is silent where the update came in time, and begins anew with it", () => {
    const key = promise();
    post(key, "Still at it.", NOON + 20 * MINUTE);
    for (const minute of [26, 31, 46]) tellOfPromises(NOON + minute * MINUTE);
    expect(told()).toEqual(["The next update is due at 12:50 UTC."]);
  });

  test("leaves out what is long ago, over, or of the demo", () => {
    const key = promise();
    tellOfPromises(NOON + 91 * MINUTE);
    db().update(incidents).set({ isDemo: true }).run();
    tellOfPromises(NOON + 31 * MINUTE);
    db().update(incidents).set({ isDemo: false }).run();
    postUpdate(
      makeViewer(),
      { key, audience: "internal", message: "Done.", status: "resolved" },
      NOON,
    );
    tellOfPromises(NOON + 31 * MINUTE);
    expect(told()).toEqual([]);
  });
});
