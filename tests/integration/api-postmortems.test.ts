import { beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "@/tests/support/database";
import { askApi, changeApi, makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();
let token: string;
let key: string;
let at: string;
beforeEach(async () => {
  globalThis.musterApiRate = undefined;
  ({ token } = await makeApiToken());
  key = makeIncident();
  at = `/incidents/${key}/postmortem`;
});

const begin = () => askApi(`POST ${at}`, { token, body: {} });
const write = (text: string, baseVersion: number) =>
  askApi(`POST ${at}/revisions`, { token, body: { text, baseVersion } });

describe("a postmortem over the API", () => {
  test("is begun with what the record gives, once", async () => {
    expect((await askApi(`GET ${at}`, { token })).status).toBe(404);
    const begun = await begin();
    expect(begun.body).toMatchObject({ key, version: 1, state: "draft", updatedBy: "Grace" });
    expect(begun.body.body).toContain("#");
    expect((await begin()).body).toEqual(begun.body);
    const { body: list } = await askApi("GET /postmortems?view=written", { token });
    expect(list.items).toMatchObject([{ key, version: 1 }]);
  });

  test("keeps what two people wrote who began with the same version", async () => {
    await write("# One\n\nFirst.\n\n# Two\n\nSecond.\n", 0);
    await write("# One\n\nFirst, by Ada.\n\n# Two\n\nSecond.\n", 1);
    const merged = await write("# One\n\nFirst.\n\n# Two\n\nSecond, by Grace.\n", 1);
    expect(merged.body.body).toContain("First, by Ada.");
    expect(merged.body.body).toContain("Second, by Grace.");
    const { body: revisions } = await askApi(`GET ${at}/revisions`, { token });
    expect(revisions.items.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
    const first = await askApi(`GET ${at}/revisions/1`, { token });
    expect(first.body.body).toContain("First.");
  });

  test("is left alone where two people changed the same words", async () => {
    await write("First.\n", 0);
    await write("First, by Ada.\n", 1);
    const second = await write("First, by Grace.\n", 1);
    expect(second.status).toBe(409);
    expect(second.body.current).toMatchObject({ body: "First, by Ada.\n", version: 2 });
  });

  test("is reviewed, and approved as it was read", async () => {
    await write("# Summary\n\nIt was slow.\n", 0);
    const { token: reviewer, viewer } = await makeApiToken({ role: "admin" });
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const asked = await askApi(`POST ${at}/review`, {
      token,
      body: { reviewers: [viewer.userId], dueAt },
    });
    expect(asked.body).toMatchObject({ state: "in_review", reviewers: [{ name: "Ada" }] });
    const say = (body: object) => askApi(`POST ${at}/verdicts`, { token: reviewer, body });
    const approval = { verdict: "approved", mark: asked.body.mark };
    const blind = await say({ ...approval, mark: "another" });
    expect(blind.status).toBe(409);
    const open = await say(approval);
    expect(open.status).toBe(422);
    const confirmed = open.body.findings.map((finding: { key: string }) => finding.key);
    const approved = await say({ ...approval, confirmed });
    expect(approved.body).toMatchObject({ state: "approved" });
    expect((await changeApi(`DELETE ${at}/review`, { token, at })).status).toBe(204);
    expect((await askApi(`GET ${at}/standing`, { token })).body.state).toBe("draft");
  });

  test("is asked of people who may see it, until they are asked no longer", async () => {
    await write("# Summary\n\nIt was slow.\n", 0);
    const { viewer } = await makeApiToken({ role: "admin" });
    await makeApiToken({ role: "viewer" });
    const { body: possible } = await askApi(`GET ${at}/possible-reviewers`, { token });
    expect(possible.items.map(({ name }: { name: string }) => name)).toEqual(["Ada", "Grace"]);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const body = { reviewers: [viewer.userId], dueAt };
    await askApi(`POST ${at}/review`, { token, body });
    const remove = `DELETE ${at}/reviewers/${viewer.userId}`;
    expect((await changeApi(remove, { token, at })).status).toBe(204);
    expect((await askApi(`GET ${at}`, { token })).body.reviewers).toEqual([]);
  });

  test("goes to the public page as it was previewed, and comes off it", async () => {
    const { body: text } = await write("# Summary\n\nIt was slow.\n\n# Names\n\nGrace.\n", 0);
    const edition = { mark: text.mark, withoutApproval: true };
    await askApi(`POST ${at}/editions`, { token, body: edition });
    expect((await askApi(`GET ${at}/report`, { token })).status).toBe(404);
    const told = { audience: "external", message: "We look into it.", status: "identified" };
    const post = (more: object) =>
      askApi(`POST /incidents/${key}/updates`, { token, body: { ...told, ...more } });
    const { body: asked } = await post({});
    const confirmed = asked.findings.map((finding: { key: string }) => finding.key);
    expect((await post({ confirmed })).status).toBe(201);
    const bare = await askApi(`POST ${at}/report/previews`, { token, body: {} });
    const titles = bare.body.choices.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(["Summary", "Names"]);
    const choice = { sections: [bare.body.choices[0].index] };
    const preview = await askApi(`POST ${at}/report/previews`, { token, body: choice });
    expect(preview.body).toMatchObject({ edition: 1, problems: [] });
    const one = `${at}/report`;
    const blind = { ...choice, mark: "another" };
    expect((await changeApi(`PUT ${one}`, { token, body: blind })).status).toBe(409);
    const body = { ...choice, mark: preview.body.mark };
    const published = await changeApi(`PUT ${one}`, { token, body });
    expect(published.body.report).toMatchObject({ edition: 1, publishedBy: "Grace" });
    expect(published.body.report.body).not.toContain("Grace");
    expect((await changeApi(`DELETE ${one}`, { token })).status).toBe(204);
    expect((await askApi(`GET ${one}`, { token })).body.report).toBeNull();
  });

  test("is published as it was read, and exported", async () => {
    const { body: text } = await write("# Summary\n\nIt was slow.\n", 0);
    const body = { mark: text.mark, withoutApproval: true };
    const published = await askApi(`POST ${at}/editions`, { token, body });
    expect(published.status).toBe(201);
    const one = published.headers.get("location")?.replace("/api/v1", "");
    expect((await askApi(`GET ${one}`, { token })).body.body).toContain("It was slow.");
    const { body: list } = await askApi(`GET ${at}/editions`, { token });
    expect(list.items).toMatchObject([{ number: 1, publishedBy: "Grace" }]);
    const blind = await askApi(`POST ${at}/editions`, { token, body: { ...body, mark: "x" } });
    expect(blind.status).toBe(409);
  });

  test("can be said not to be needed, with a reason", async () => {
    const bare = { token, body: { isRequired: false } };
    expect((await changeApi(`PUT ${at}/standing`, bare)).status).toBe(422);
    const reason = "It was a planned test of the alerts, and nobody outside noticed anything.";
    const body = { isRequired: false, reason };
    const dropped = await changeApi(`PUT ${at}/standing`, { token, body });
    expect(dropped.body).toMatchObject({ state: "not_required", reason });
    const back = await changeApi(`PUT ${at}/standing`, { token, body: { isRequired: true } });
    expect(back.body.state).toBe("draft");
  });

  test("is commented on", async () => {
    await write("# Summary\n\nIt was slow.\n", 0);
    const said = { quote: "It was slow.", body: "How slow?" };
    const begun = await askApi(`POST ${at}/threads`, { token, body: said });
    expect(begun.body).toMatchObject(said);
    const one = `${at}/threads/${begun.body.id}`;
    const reply = { token, body: { body: "900 ms." } };
    const answered = await askApi(`POST ${one}/replies`, reply);
    expect(answered.body.replies).toMatchObject([{ body: "900 ms.", author: "Grace" }]);
    const settled = await changeApi(`PATCH ${one}`, { token, body: { isResolved: true } });
    expect(settled.body.resolvedBy).toBe("Grace");
    const { body: list } = await askApi(`GET ${at}/threads`, { token });
    expect(list.items).toHaveLength(1);
  });
});
