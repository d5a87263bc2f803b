import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { publishEdition } from "@/db/mutations/editions";
import { savePostmortem } from "@/db/mutations/postmortems";
import {
  publishReport,
  retractReport,
  sharePostmortem,
  unsharePostmortem,
  type OutsideChoice,
} from "@/db/mutations/publications";
import { createShareLink } from "@/db/mutations/share-links";
import { ensurePublicIncident } from "@/db/mutations/public-rows";
import { publishCommunication, retractUpdate } from "@/db/mutations/status-page";
import {
  findPublicReport as findStored,
  listOpenLinks,
  nextEditionOf,
  outsideTextOf,
  standingMarkOf,
  type Outside,
} from "@/db/queries/publication";
import { listPublishable } from "@/db/queries/status-page";
import { findIncidentByKey } from "@/db/queries/record";
import { auditLog } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { readMarkdown } from "@/lib/markdown/read";
import { freshDatabase } from "../support/database";
import { openShared, openSharedReport } from "../support/shared";
import { publicIncident, publicSite } from "../support/public-incident";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeCommunication } from "../support/make-publication";

freshDatabase();

const grace = makeViewer({ name: "Grace" });
const admin = makeViewer({ name: "Ada", role: "admin" });
const portal = "https://muster.example";
const idOf = (key: string) => findIncidentByKey(admin, key)?.id ?? 0;
const TEXT = "## Summary\n\nThe pool was too small.\n\n## Timeline\n\nCarol Rivera saw it first.\n";

/** An incident with a public page whose postmortem was published to members; answers its key. */
function published(body = TEXT): string {
  const key = makeIncident({ commander: "Carol Rivera" });
  savePostmortem(grace, { key, body, baseVersion: 0 }, NOON);
  release(key);
  ensurePublicIncident(idOf(key), "Checkout is slow", NOON);
  return key;
}

function release(key: string, edition = 0, note?: string): void {
  const seen = nextEditionOf(grace, idOf(key))?.seen ?? "";
  publishEdition(grace, { key, edition, seen, note, withoutApproval: true }, NOON);
}

function choose(key: string, outside: Outside, sections = [0]): OutsideChoice {
  const text = outsideTextOf(idOf(key), { outside, sections, portal });
  const stands = standingMarkOf(idOf(key), outside);
  return { key, portal, sections, stands, edition: text?.edition ?? 0, seen: text?.seen ?? "" };
}

const linkTo = (key: string) => createShareLink(grace, { key, label: "Acme" }).token;
const openLinks = (key: string) => listOpenLinks(idOf(key)).map(({ id }) => id);
function reportOf(key: string) {
  const report = findStored(idOf(key))?.report;
  return (
    report && {
      body: report.body,
      at: report.displayAt,
      note: report.note,
      updatedAt: report.updatedAt,
    }
  );
}
const audited = () => db().select().from(auditLog).all().at(-1);

describe("sharePostmortem", () => {
  test("shows the chosen sections behind the chosen link alone", () => {
    const key = published();
    const [chosen, other] = [linkTo(key), linkTo(key)];
    const first = openLinks(key).at(-1) ?? 0;
    expect(openSharedReport(chosen, key)).toBeUndefined();

    sharePostmortem(grace, { ...choose(key, "links"), links: [first] });

    expect(openSharedReport(chosen, key)).toEqual({
      body: "### Summary\n\nThe pool was too small.\n",
      edition: 1,
      at: NOON,
    });
    expect(openSharedReport(other, key)).toBeUndefined();
    expect(audited()).toMatchObject({
      action: "postmortem:share",
      detail: { edition: 1, links: ["Acme"] },
    });
  });

  test("shows what was shared until another text is shared", () => {
    const key = published();
    const token = linkTo(key);
    sharePostmortem(grace, { ...choose(key, "links"), links: openLinks(key) });
    savePostmortem(grace, { key, body: "## Summary\n\nNew words.\n", baseVersion: 1 });
    release(key, 1, "New words.");

    expect(openSharedReport(token, key)).toMatchObject({ edition: 1 });
    expect(openSharedReport(token, key)?.body).toContain("too small");
    sharePostmortem(grace, { ...choose(key, "links"), links: [] });
    expect(openSharedReport(token, key)).toMatchObject({ edition: 2 });
  });

  test("refuses without a link, and a text that is not the one that was looked at", () => {
    const key = published();
    expect(() => sharePostmortem(grace, { ...choose(key, "links"), links: [] })).toThrow(
      "Choose a link that works.",
    );
    linkTo(key);
    const other = { ...choose(key, "links"), sections: [0, 1], links: openLinks(key) };
    expect(() => sharePostmortem(grace, other)).toThrow(ConflictError);
  });

  test("refuses a link of another incident", () => {
    const [key, other] = [published(), published()];
    linkTo(other);
    const links = openLinks(other);
    expect(() => sharePostmortem(grace, { ...choose(key, "links"), links })).toThrow(
      "Choose a link that works.",
    );
  });

  test("refuses a private incident and, but for an admin, a breach", () => {
    const key = published();
    linkTo(key);
    const choice = { ...choose(key, "links"), links: openLinks(key) };
    db().$client.prepare(`update incidents set impact = '{"security_breach":true}'`).run();
    expect(() => sharePostmortem(grace, choice)).toThrow("Only an admin");
    db().$client.prepare("update incidents set is_private = 1").run();
    expect(() => sharePostmortem(admin, choice)).toThrow("is private");
  });
});

describe("unsharePostmortem", () => {
  test("takes the text from the link, which still works, and leaves a record", () => {
    const key = published();
    const token = linkTo(key);
    const [link = 0] = openLinks(key);
    sharePostmortem(grace, { ...choose(key, "links"), links: [link] });

    unsharePostmortem(grace, { key, link });

    expect(openSharedReport(token, key)).toBeUndefined();
    expect(openLinks(key)).toEqual([link]);
    expect(audited()).toMatchObject({ action: "postmortem:unshare", detail: { links: ["Acme"] } });
  });

  test("says so when the link is not there", () => {
    const unshare = () => unsharePostmortem(grace, { key: published(), link: 404 });
    expect(unshare).toThrow("This share link is not there.");
  });
});

describe("publishReport", () => {
  test("puts the chosen sections on the public page, with roles in place of names", () => {
    const key = published();
    publishReport(grace, choose(key, "public", [0, 1]), NOON);

    expect(reportOf(key)).toEqual({
      body: "### Summary\n\nThe pool was too small.\n\n### Timeline\n\nThe Incident Commander saw it first.\n",
      at: NOON,
      note: null,
      updatedAt: NOON,
    });
    expect(audited()).toMatchObject({
      action: "postmortem:publish-report",
      detail: { edition: 1 },
    });
  });

  test("stays as it is when the text is edited and published to members again", () => {
    const key = published();
    publishReport(grace, choose(key, "public"), NOON);
    const before = reportOf(key);

    savePostmortem(grace, { key, body: "## Summary\n\nNew words.\n", baseVersion: 1 });
    release(key, 1, "New words.");

    expect(reportOf(key)).toEqual(before);
  });

  test("is replaced with a note that readers see, and not without", () => {
    const key = published();
    publishReport(grace, choose(key, "public"), NOON);
    savePostmortem(grace, { key, body: "## Summary\n\nNew words.\n", baseVersion: 1 });
    release(key, 1, "New words.");
    const again = choose(key, "public");

    expect(() => publishReport(grace, again)).toThrow("Say for readers what changed");
    expect(() => publishReport(grace, { ...again, note: "Carol Rivera wrote it." })).toThrow(
      "It names Carol Rivera.",
    );
    publishReport(grace, { ...again, note: "The cause is known." }, NOON + 1000);

    expect(reportOf(key)).toEqual({
      body: "### Summary\n\nNew words.\n",
      at: NOON,
      note: "The cause is known.",
      updatedAt: NOON + 1000,
    });
  });

  test("changes nothing when it is sent twice", () => {
    const key = published();
    const choice = choose(key, "public");
    publishReport(grace, choice, NOON);
    const records = db().select().from(auditLog).all().length;
    publishReport(grace, choice, NOON + 1);

    expect(reportOf(key)).toMatchObject({ at: NOON, note: null });
    expect(db().select().from(auditLog).all()).toHaveLength(records);
  });

  test("takes one of two people who publish different sections at once", () => {
    const key = published();
    const [mine, theirs] = [choose(key, "public", [0]), choose(key, "public", [1])];
    publishReport(grace, mine);

    expect(() => publishReport(admin, { ...theirs, note: "Another." })).toThrow(ConflictError);
    expect(reportOf(key)?.body).toContain("Summary");
  });

  test("refuses a TODO, with the section's name", () => {
    const key = published("## Impact\n\n**TODO:** say whom it hurt.\n");
    expect(() => publishReport(grace, choose(key, "public"))).toThrow("“Impact” still has a TODO.");
  });

  test("refuses where nothing of the incident is public, drills and private incidents", () => {
    const key = published();
    const choice = choose(key, "public");
    db().$client.prepare("delete from public_incidents").run();
    expect(() => publishReport(grace, choice)).toThrow("has no public page yet");
    db().$client.prepare("update incidents set is_drill = 1").run();
    expect(() => publishReport(grace, choice)).toThrow("is a drill");
    db().$client.prepare("update incidents set is_private = 1").run();
    expect(() => publishReport(admin, choice)).toThrow("is private");
  });

  test("refuses before an edition is published to members", () => {
    const key = makeIncident();
    ensurePublicIncident(idOf(key), "Checkout is slow", NOON);
    const choice = { key, portal, sections: [0], edition: 0, seen: "", stands: "" };
    expect(() => publishReport(grace, choice)).toThrow("Publish an edition to members first.");
  });
});

describe("retractReport", () => {
  test("takes the report off the page and leaves a record", () => {
    const key = published();
    publishReport(grace, choose(key, "public"));

    retractReport(grace, { key });

    expect(reportOf(key)).toBeUndefined();
    expect(findStored(idOf(key))?.publicId).toBeDefined();
    expect(audited()).toMatchObject({
      action: "postmortem:retract-report",
      detail: { edition: 1 },
    });
  });

  test("goes with the last message of the page, which is kept in the record", () => {
    const key = published();
    const message = makeCommunication(idOf(key));
    publishCommunication(grace, message.id, "resolved");
    publishReport(grace, choose(key, "public"));
    const [update] = listPublishable(idOf(key));

    retractUpdate(grace, update?.updateId ?? "");

    expect(findStored(idOf(key))).toBeUndefined();
    const actions = db()
      .select()
      .from(auditLog)
      .all()
      .map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(["postmortem:retract-report", "incident:retract"]);
  });
});

describe("what outsiders read", () => {
  test("holds nothing of the text but the chosen sections, in every form of it", async () => {
    const hidden = "magpie";
    const key = published(
      `## Summary\n\nShown to finch@magpie.example ![magpie](/files/magpie "magpie") [here](/magpie "magpie")[^1] <b id="magpie">now</b>.\n\n\`\`\`magpie magpie\nx\n\`\`\`\n\n## Timeline\n\nmagpie\n\n[^1]: magpie\n`,
    );
    const token = linkTo(key);
    publishCommunication(grace, makeCommunication(idOf(key)).id, "investigating");
    sharePostmortem(grace, { ...choose(key, "links"), links: openLinks(key) });
    publishReport(grace, choose(key, "public"));

    const publicId = findStored(idOf(key))?.publicId ?? "";
    const report = reportOf(key);
    const everything = JSON.stringify([
      publicSite(),
      report,
      openSharedReport(token, key),
      openShared(token, key),
      await readMarkdown(report?.body ?? ""),
    ]);
    expect(everything).toContain("Shown to");
    expect(everything).not.toContain(hidden);
    expect(JSON.stringify([report, publicIncident(publicId)])).not.toContain(key);
  });
});
