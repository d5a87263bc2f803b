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

describe("incidents over the API", () => {
  test("are declared, and read where the answer says", async () => {
    const body = { title: "Checkout is slow", severity: "SEV2", service: "checkout" };
    const declared = await askApi("POST /incidents", { token, body });
    expect(declared.status).toBe(201);
    const at = declared.headers.get("location")?.replace("/api/v1", "");
    const read = await askApi(`GET ${at}`, { token });
    expect(read.body).toEqual(declared.body);
    expect(read.headers.get("etag")).toBe(declared.headers.get("etag"));
    expect(read.body).toMatchObject({ ...body, status: "investigating", isOpen: true });
  });

  test("are listed page by page, each once, the youngest first", async () => {
    const keys = [1, 2, 3, 4, 5].map((day) => makeIncident({}, Date.UTC(2026, 0, day)));
    const seen: string[] = [];
    let next = "/incidents?limit=2";
    while (next !== "") {
      const page = await askApi(`GET ${next}`, { token });
      seen.push(...page.body.items.map(({ key }: { key: string }) => key));
      const link = page.headers.get("link");
      expect(link === null).toBe(page.body.nextCursor === null);
      next = /^<\/api\/v1(.+)>; rel="next"$/.exec(link ?? "")?.[1] ?? "";
    }
    expect(seen).toEqual(keys.toReversed());
  });

  test("are filtered", async () => {
    makeIncident({ severity: "SEV1" });
    makeIncident({ severity: "SEV3" });
    const page = await askApi("GET /incidents?severity=SEV1&view=open", { token });
    expect(page.body.items).toMatchObject([{ severity: "SEV1" }]);
  });

  test("refuse a cursor that is none of theirs", async () => {
    for (const cursor of ["x", "W10", "e30"]) {
      const page = await askApi(`GET /incidents?cursor=${cursor}`, { token });
      expect(page.status).toBe(400);
    }
  });

  test("are changed in all that is sent, and in nothing else", async () => {
    const key = makeIncident({ service: "checkout" });
    const body = {
      title: "Checkout is down",
      affectedServices: ["cart", "login"],
      facts: { customer_facing: "yes", affected_users_percentage: "40" },
      status: "identified",
    };
    const changed = await changeApi(`PATCH /incidents/${key}`, { token, body });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ ...body, service: "checkout", severity: "SEV2" });
    const taken = { service: null, facts: { customer_facing: null } };
    const less = await changeApi(`PATCH /incidents/${key}`, { token, body: taken });
    expect(less.body.service).toBeNull();
    expect(less.body.facts).toEqual({ affected_users_percentage: "40" });
  });

  test("are resolved and reopened with a note", async () => {
    const key = makeIncident();
    const to = (body: object) => changeApi(`PATCH /incidents/${key}`, { token, body });
    const resolved = await to({ status: "resolved", note: "Rolled back." });
    expect(resolved.body).toMatchObject({ status: "resolved", isOpen: false });
    const silent = await to({ status: "monitoring" });
    expect(silent.status).toBe(422);
    expect(silent.body.errors).toEqual([{ pointer: "/note", detail: "Say why it is not over." }]);
    const reopened = await to({ status: "monitoring", note: "It is slow again." });
    expect(reopened.body).toMatchObject({ status: "monitoring", isOpen: true, resolvedAt: null });
  });

  test("keep all of what they were where a part of a change is refused", async () => {
    const key = makeIncident();
    const body = {
      title: "Another title",
      status: "resolved",
      facts: { customer_facing: "maybe" },
    };
    expect((await changeApi(`PATCH /incidents/${key}`, { token, body })).status).toBe(422);
    const { body: stands } = await askApi(`GET /incidents/${key}`, { token });
    expect(stands).toMatchObject({ title: "Checkout is slow", status: "investigating" });
  });

  test("are not there for those who may not see them", async () => {
    const { token: hider } = await makeApiToken();
    const { token: other } = await makeApiToken();
    const key = makeIncident();
    const hidden = await changeApi(`PATCH /incidents/${key}`, {
      token: hider,
      body: { isPrivate: true },
    });
    expect(hidden.body.isPrivate).toBe(true);
    const answers = await Promise.all(
      ["", "/timeline", "/updates", "/roles/Scribe", "/timeline/1"].map((part) =>
        askApi(`GET /incidents/${key}${part}`, { token: other }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect((await askApi("GET /incidents", { token: other })).body.items).toEqual([]);
  });

  test("have roles that are taken over and given up", async () => {
    const key = makeIncident();
    const at = `/incidents/${key}/roles/Incident%20Commander`;
    const taken = await changeApi(`PUT ${at}`, { token, body: { person: "Ada Byron" } });
    expect(taken.body.holders).toMatchObject([{ person: "Ada Byron" }]);
    const ended = await changeApi(`DELETE ${at}?person=Ada%20Byron`, { token, at });
    expect(ended.status).toBe(204);
    expect((await askApi(`GET ${at}`, { token })).body.holders).toEqual([]);
  });
});

describe("two clients who change one incident", () => {
  test("never lose a change: the second is told to read again", async () => {
    const key = makeIncident();
    const path = `PATCH /incidents/${key}`;
    const { headers } = await askApi(`GET /incidents/${key}`, { token });
    const seen = { "If-Match": headers.get("etag") ?? "" };
    const first = await askApi(path, { token, headers: seen, body: { title: "Mine" } });
    const second = await askApi(path, { token, headers: seen, body: { title: "Yours" } });
    expect([first.status, second.status]).toEqual([200, 412]);
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
    expect((await askApi(`GET /incidents/${key}`, { token })).body.title).toBe("Mine");
  });

  test("add up a counter of fifty steps each, side by side", async () => {
    const key = makeIncident({ title: "0" });
    const path = `/incidents/${key}`;
    const step = async (): Promise<void> => {
      const { body, headers } = await askApi(`GET ${path}`, { token });
      const answer = await askApi(`PATCH ${path}`, {
        token,
        headers: { "If-Match": headers.get("etag") ?? "" },
        body: { title: String(Number(body.title) + 1) },
      });
      if (answer.status === 412) return step();
      expect(answer.status).toBe(200);
    };
    const client = async () => {
      for (let count = 0; count < 20; count += 1) await step();
    };
    await Promise.all([client(), client()]);
    expect((await askApi(`GET ${path}`, { token })).body.title).toBe("40");
  });

  test("have to say what they saw", async () => {
    const key = makeIncident();
    const answer = await askApi(`PATCH /incidents/${key}`, { token, body: { title: "Mine" } });
    expect(answer.status).toBe(428);
  });
});

describe("a timeline over the API", () => {
  test("takes rows, shows them by time, and lets their author change and pin them", async () => {
    const key = makeIncident();
    const at = `/incidents/${key}/timeline`;
    const body = { description: "Saw errors.", type: "detection", at: "2026-01-05T11:50:00Z" };
    const added = await askApi(`POST ${at}`, { token, body });
    expect(added.body).toMatchObject({ ...body, actor: "Grace", audience: "internal" });
    const list = await askApi(`GET ${at}?limit=1`, { token });
    expect(list.body.items[0].seq).toBe(added.body.seq);

    const row = `${at}/${added.body.seq}`;
    const change = { description: "Saw many errors.", isPinned: true };
    const changed = await changeApi(`PATCH ${row}`, { token, body: change });
    expect(changed.body).toMatchObject({ ...change, type: "detection", at: body.at });
  });

  test("refuses to change what Muster wrote itself", async () => {
    const key = makeIncident();
    const body = { description: "Never." };
    const row = await changeApi(`PATCH /incidents/${key}/timeline/1`, { token, body });
    expect(row.status).toBe(422);
  });

  test("refuses a time to come, and says where", async () => {
    const body = { description: "Later.", at: "2099-01-01T00:00:00Z" };
    const added = await askApi(`POST /incidents/${makeIncident()}/timeline`, { token, body });
    expect(added.body.errors).toMatchObject([{ pointer: "/at" }]);
  });
});

describe("what is attached over the API", () => {
  test("is an address on a row, until its author takes it away", async () => {
    const at = `/incidents/${makeIncident()}/timeline/1/attachments`;
    const body = { url: "https://example.com/graph", title: "The graph" };
    const added = await askApi(`POST ${at}`, { token, body });
    expect(added.body).toMatchObject({ ...body, picture: null, addedBy: "Grace" });
    const one = `${at}/${added.body.id}`;
    expect((await changeApi(`DELETE ${one}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${at}`, { token })).body.items).toEqual([]);
  });

  test("is no script", async () => {
    const at = `/incidents/${makeIncident()}/timeline/1/attachments`;
    const body = { url: "javascript:alert(1)", title: "The graph" };
    expect((await askApi(`POST ${at}`, { token, body })).status).toBe(422);
  });

  test("is a deployment, once", async () => {
    const at = `/incidents/${makeIncident()}/deployments`;
    const body = { service: "checkout", version: "2.3", at: "2026-01-05T11:00:00Z" };
    await askApi(`POST ${at}`, { token, body });
    const { body: answer } = await askApi(`POST ${at}`, { token, body });
    expect(answer.items).toMatchObject([{ number: 1, service: "checkout", version: "2.3" }]);
    expect((await askApi(`GET ${at}`, { token })).body.items).toEqual(answer.items);
  });
});

describe("updates over the API", () => {
  test("are posted and corrected", async () => {
    const at = `/incidents/${makeIncident()}/updates`;
    const body = { audience: "internal", message: "We look at it.", status: "identified" };
    const posted = await askApi(`POST ${at}`, { token, body });
    expect(posted.status).toBe(201);
    const correction = { message: "We look into it." };
    const one = `${at}/${posted.body.seq}`;
    const corrected = await changeApi(`PATCH ${one}`, { token, body: correction });
    expect(corrected.body.message).toBe("We look into it.");
    expect(corrected.body.correctedAt).not.toBeNull();
    const list = await askApi(`GET ${at}`, { token });
    expect(list.body.items).toEqual([corrected.body]);
  });

  test("to everyone are checked first, and posted once what was found is confirmed", async () => {
    const at = `/incidents/${makeIncident({ service: "checkout" })}/updates`;
    const body = { audience: "external", message: "75% of all payments fail at payment-gateway." };
    const asked = await askApi(`POST ${at}`, { token, body });
    expect(asked.status).toBe(422);
    expect(asked.body.type).toBe("/docs/api#unconfirmed");
    const confirmed = asked.body.findings.map(({ key }: { key: string }) => key);
    const posted = await askApi(`POST ${at}`, { token, body: { ...body, confirmed } });
    expect(posted.status).toBe(201);
    expect(posted.body.publicId).not.toBeNull();

    const one = `${at}/${posted.body.seq}`;
    const path = `DELETE ${one}/publication`;
    expect((await changeApi(path, { token, at: one })).status).toBe(204);
    expect((await askApi(`GET ${one}`, { token })).body.publicId).toBeNull();
    const back = await askApi(`POST ${one}/publication`, { token });
    expect(back.body.publicId).not.toBeNull();
  });
});
