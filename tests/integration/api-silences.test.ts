import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { people } from "@/db/schema";
import { toUtc } from "@/lib/domain/time";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeIncident, NOON } from "@/tests/support/make-incident";

freshDatabase();
const MINUTE = 60_000;
const END = NOON + 45 * MINUTE;
let token: string;
let key: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken());
  key = makeIncident();
  for (const at of [END, END + 5 * MINUTE]) {
    const event = { key, type: "mitigation", description: "It works again.", at };
    addEvent(makeViewer(), event, NOON + 60 * MINUTE);
  }
  db().insert(people).values({ name: "Ada Lovelace" }).onConflictDoNothing().run();
});

const asked = { startsAt: toUtc(NOON), endsAt: toUtc(END), person: "Ada Lovelace", note: "Who?" };

describe("questions about silences over the API", () => {
  test("are asked, and answered with a row of the timeline", async () => {
    const at = `/incidents/${key}/gap-questions`;
    const { body } = await askApi(`POST ${at}`, { token, body: asked });
    expect(body.items).toMatchObject([{ id: 1, person: "Ada Lovelace", answeredBy: null }]);

    const told = { type: "mitigation", description: "I did.", at: toUtc(NOON + 20 * MINUTE) };
    const answered = await changeApi(`PUT ${at}/1`, { token, body: { told } });
    expect(answered.body).toMatchObject({ answeredBy: "Grace" });
    const timeline = await askApi(`GET /incidents/${key}/timeline`, { token });
    expect(JSON.stringify(timeline.body)).toContain("I did.");
  });

  test("are closed with nothing to tell", async () => {
    const at = `/incidents/${key}/gap-questions`;
    await askApi(`POST ${at}`, { token, body: asked });
    const closed = await changeApi(`PUT ${at}/1`, { token, body: { told: null } });
    expect(closed.body).toMatchObject({ answeredBy: "Grace" });
    expect((await askApi(`GET ${at}/2`, { token })).status).toBe(404);
  });

  test("are about silences that there are", async () => {
    const body = { ...asked, endsAt: toUtc(END - MINUTE) };
    const refused = await askApi(`POST /incidents/${key}/gap-questions`, { token, body });
    expect(refused.body.detail).toContain("no silence");
  });
});

describe("milestones over the API", () => {
  test("are picked, and picks are taken back", async () => {
    const at = `/incidents/${key}/milestones/mitigated`;
    const { body } = await askApi(`GET ${at}`, { token });
    expect(body.candidates).toHaveLength(2);
    const [first] = body.candidates;

    const picked = await changeApi(`PUT ${at}`, { token, body: { candidate: first.id } });
    expect(picked.body).toMatchObject({ at: first.at, pick: { pickedBy: "Grace" } });
    const back = await changeApi(`PUT ${at}`, { token, body: { candidate: "default" } });
    expect(back.body).toMatchObject({ pick: null });
  });

  test("are taken from what the record offers", async () => {
    const at = `/incidents/${key}/milestones/mitigated`;
    const refused = await changeApi(`PUT ${at}`, { token, body: { candidate: "event:99" } });
    expect(refused.body.detail).toContain("no longer there");
    const { body } = await askApi(`GET /incidents/${key}/milestones`, { token });
    expect(body.items).toHaveLength(5);
  });
});
