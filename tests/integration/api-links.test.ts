import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "@/tests/support/database";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
let token: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken());
});

describe("links between incidents over the API", () => {
  test("are made, read from both sides and taken away", async () => {
    const [one, two] = [makeIncident(), makeIncident()];
    const body = { other: two, note: "The same database." };
    const linked = await askApi(`POST /incidents/${one}/links`, { token, body });
    expect(linked.body).toMatchObject({ key: two, note: body.note, linkedBy: "Grace" });
    const back = await askApi(`GET /incidents/${two}/links`, { token });
    expect(back.body.items).toMatchObject([{ key: one }]);
    const gone = await changeApi(`DELETE /incidents/${one}/links/${two}`, { token });
    expect(gone.status).toBe(204);
    expect((await askApi(`GET /incidents/${two}/links/${one}`, { token })).status).toBe(404);
  });

  test("are not made to what is not there", async () => {
    const body = { other: "INC-2026-9999" };
    const linked = await askApi(`POST /incidents/${makeIncident()}/links`, { token, body });
    expect(linked.status).toBe(404);
  });
});

describe("merges over the API", () => {
  test("are made and undone", async () => {
    const [one, two] = [makeIncident(), makeIncident()];
    const at = `/incidents/${one}/merge`;
    const merged = await askApi(`POST ${at}`, { token, body: { into: two } });
    expect(merged.body).toMatchObject({ into: two, by: "Grace" });
    const { body } = await askApi(`GET /incidents/${one}`, { token });
    expect(body).toMatchObject({ mergedInto: two, isOpen: false });
    expect((await changeApi(`DELETE ${at}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${at}`, { token })).status).toBe(404);
  });
});

describe("members of a private incident over the API", () => {
  test("are added and removed, and see it as long as they are", async () => {
    const other = await makeApiToken();
    const key = makeIncident({ isPrivate: true });
    const at = `/incidents/${key}/members`;
    expect((await askApi(`GET ${at}`, { token: other.token })).status).toBe(404);
    const { userId } = other.viewer;
    const added = await askApi(`POST ${at}`, { token, body: { userId } });
    expect(added.body).toEqual({ userId, name: "Grace", role: "responder" });
    expect((await askApi(`GET ${at}`, { token: other.token })).body.items).toHaveLength(2);
    expect((await changeApi(`DELETE ${at}/${userId}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${at}`, { token: other.token })).status).toBe(404);
  });

  test("are none of an incident that everybody sees", async () => {
    const at = `/incidents/${makeIncident()}/members`;
    expect((await askApi(`POST ${at}`, { token, body: { userId: 1 } })).status).toBe(422);
  });
});
