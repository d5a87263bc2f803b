import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "@/tests/support/database";
import { askApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";
import { makeAccount, makeOnCallTeam } from "@/tests/support/make-on-call";
import { importRecord } from "@/db/mutations/import";
import { makeRecord, makeViewer } from "@/tests/support/make";

freshDatabase();
let token: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken());
});

describe("acknowledging over the API", () => {
  test("says who was called, and that somebody responds", async () => {
    makeAccount("Ada");
    makeOnCallTeam({ members: ["Ada"], onCall: ["Ada"] });
    const at = `/incidents/${makeIncident({ service: "checkout" })}/acknowledgement`;
    const before = await askApi(`GET ${at}`, { token });
    expect(before.body).toMatchObject({
      startedAt: "2026-01-05T12:00:00Z",
      respondBy: "2026-01-05T12:15:00Z",
      acknowledgedAt: null,
      calls: [{ level: "on_call", at: "2026-01-05T12:00:00Z", people: ["Ada"] }],
    });

    const after = await askApi(`POST ${at}`, { token });
    expect(after.body).toMatchObject({ acknowledgedBy: "Grace", next: null });
    const again = await askApi(`POST ${at}`, { token });
    expect(again.body).toEqual(after.body);
  });

  test("is not there for what was never declared here", async () => {
    importRecord(makeViewer(), makeRecord());
    const at = "/incidents/INC-2026-0001/acknowledgement";
    expect((await askApi(`GET ${at}`, { token })).status).toBe(404);
    expect((await askApi(`POST ${at}`, { token })).status).toBe(422);
  });
});

describe("a team's people on call over the API", () => {
  test("are told in the order in which they are called", async () => {
    const slug = makeOnCallTeam({ members: ["Ada", "Ben"], onCall: ["Ben", "Ada"] });
    const { body } = await askApi(`GET /teams/${slug}/on-call`, { token });
    expect(body).toMatchObject({
      now: [{ name: "Ben" }, { name: "Ada" }],
      rotatesFrom: null,
      cover: null,
    });
  });
});
