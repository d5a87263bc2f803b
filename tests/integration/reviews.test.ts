import { describe, expect, test } from "vitest";
import { writeText } from "@/db/mutations/postmortems";
import {
  askForReview,
  dropPostmortem,
  requirePostmortem,
  showRoles,
  takeReviewerOff,
  withdrawReview,
} from "@/db/mutations/reviews";
import { makePrivate } from "@/db/mutations/privacy";
import { findText } from "@/db/queries/postmortem-updates";
import { readersTextOf } from "@/db/queries/readers-text";
import { getReview, getStanding, listReviewers } from "@/db/queries/reviews";
import { listChangesOf } from "@/tests/support/changes-of";
import { freshDatabase } from "@/tests/support/database";
import { makeIncident, NOON } from "@/tests/support/make-incident";
import {
  askFor,
  DAY,
  incidentIdOf,
  judge,
  makePerson,
  makePostmortem,
  seenNow,
} from "@/tests/support/make-review";

freshDatabase();

const stateOf = (key: string) => getStanding(incidentIdOf(key)).state;

async function people() {
  return {
    writer: await makePerson("Wanda"),
    ada: await makePerson("Ada"),
    grace: await makePerson("Grace", { role: "admin" }),
  };
}

describe("askForReview", () => {
  test("asks people by a time and tells who asked", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada, grace, ada]);

    expect(stateOf(key)).toBe("in_review");
    expect(listReviewers(incidentIdOf(key))).toMatchObject([
      { name: "Ada", askedBy: "Wanda", dueAt: NOON + DAY, verdict: null },
      { name: "Grace", askedBy: "Wanda", dueAt: NOON + DAY, verdict: null },
    ]);
    expect(listChangesOf(key)).toContain("postmortem:ask-review by Wanda");
  });

  test("asks again whoever judged another text, and not who approved this one", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada, grace]);
    judge(ada, key);
    judge(grace, key, { verdict: "changes_requested", note: "Say more." });
    askFor(writer, key, [ada, grace]);
    expect(listReviewers(incidentIdOf(key))).toMatchObject([
      { name: "Ada", verdict: "approved", version: 1 },
      { name: "Grace", verdict: null, note: null },
    ]);

    writeText(writer, { key, text: "## Summary\n\nThe pool was small.\n" }, NOON);
    askFor(writer, key, [ada, grace]);
    expect(listReviewers(incidentIdOf(key))).toMatchObject([{ verdict: null }, { verdict: null }]);
  });

  test("refuses nobody, people who cannot review, a time gone by, and an empty text", async () => {
    const { writer, ada } = await people();
    const viewer = await makePerson("Vic", { role: "viewer" });
    const key = makePostmortem(writer);
    const asked = { key, reviewers: [ada.userId], dueAt: NOON + DAY, seenState: 0 };
    const ask = (change: Partial<typeof asked>) => () =>
      askForReview(writer, { ...asked, ...change }, NOON);

    expect(ask({ reviewers: [] })).toThrow("Choose who should review it.");
    expect(ask({ reviewers: [viewer.userId] })).toThrow("cannot review");
    expect(ask({ reviewers: [404] })).toThrow("cannot review");
    expect(ask({ dueAt: NOON })).toThrow("Choose a time to come.");
    expect(ask({ seenState: 1 })).toThrow("moved this postmortem meanwhile");
    expect(ask({ key: makePostmortem(writer, " \n") })).toThrow("Nothing is written yet.");
    expect(ask({ key: makeIncident() })).toThrow("Nobody has begun the postmortem");
    expect(stateOf(key)).toBe("draft");
  });

  test("lets nobody review a private incident who may not know of it", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    makePrivate(writer, { key }, NOON);
    expect(() => askFor(writer, key, [ada])).toThrow("cannot review");
    askFor(writer, key, [grace]);
    expect(() => judge(ada, key)).toThrow("There is no incident");
    expect(getReview(ada, key, NOON)).toBeUndefined();
  });
});

describe("judgeText", () => {
  test("approves a text when each reviewer has", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada, grace]);
    judge(ada, key);
    expect(stateOf(key)).toBe("in_review");
    judge(grace, key, { note: "Well told." });

    expect(stateOf(key)).toBe("approved");
    expect(listReviewers(incidentIdOf(key))[1]).toMatchObject({
      verdict: "approved",
      note: "Well told.",
      version: 1,
      decidedAt: NOON,
    });
    expect(listChangesOf(key)).toContain("postmortem:approve by Grace");
  });

  test("takes the text back to a draft with what should change", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada, grace]);
    expect(() => judge(ada, key, { verdict: "changes_requested" })).toThrow("Say what should");
    judge(ada, key, { verdict: "changes_requested", note: "Name the cause." });
    expect(stateOf(key)).toBe("draft");
    expect(() => judge(grace, key)).toThrow("Nobody has asked for a review yet.");
    expect(listChangesOf(key)).toContain("postmortem:request-changes by Ada");
  });

  test("counts for the version that was read, and an edit since shows", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada, grace]);
    judge(ada, key);
    const { seen } = seenNow(key);
    writeText(writer, { key, text: "## Summary\n\nThe pool was small.\n" }, NOON);

    expect(() => judge(grace, key, { seen })).toThrow("The text changed while you read it.");
    judge(grace, key);
    expect(stateOf(key)).toBe("in_review");
    judge(ada, key);
    expect(stateOf(key)).toBe("approved");
    expect(getReview(ada, key, NOON)?.isEdited).toBe(false);

    writeText(writer, { key, text: "## Summary\n\nThe pool was tiny.\n" }, NOON);
    expect(stateOf(key)).toBe("approved");
    expect(getReview(ada, key, NOON)?.isEdited).toBe(true);
    askFor(writer, key, [ada]);
    expect(stateOf(key)).toBe("in_review");
  });

  test("asks about what is open, and takes it once it was looked at", async () => {
    const { writer, ada } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada]);
    expect(() => judge(ada, key, { confirmed: [] })).toThrow("Some points are open.");
    expect(stateOf(key)).toBe("in_review");
    judge(ada, key);
    expect(stateOf(key)).toBe("approved");
  });

  test("makes a reviewer of somebody who was not asked", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada]);
    judge(grace, key);
    expect(listReviewers(incidentIdOf(key)).map(({ name }) => name)).toEqual(["Ada", "Grace"]);
    expect(stateOf(key)).toBe("in_review");
  });

  test("lets nobody alone approve what they alone wrote", async () => {
    const { writer, ada } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [writer]);
    expect(() => judge(writer, key)).toThrow("You alone wrote this text.");
    judge(ada, key);
    judge(writer, key);
    expect(stateOf(key)).toBe("approved");
  });

  test("lets the only person there is approve it", async () => {
    const writer = await makePerson("Wanda");
    await makePerson("Vic", { role: "viewer" });
    const key = makePostmortem(writer);
    askFor(writer, key, [writer]);
    judge(writer, key);
    expect(stateOf(key)).toBe("approved");
  });
});

describe("takeReviewerOff", () => {
  test("approves a text that all others approve", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada, grace]);
    judge(ada, key);
    takeReviewerOff(writer, { key, userId: grace.userId }, NOON);
    expect(stateOf(key)).toBe("approved");
    expect(listChangesOf(key)).toContain("postmortem:remove-reviewer by Wanda");
    expect(() => takeReviewerOff(writer, { key, userId: grace.userId }, NOON)).toThrow("not asked");
  });

  test("leaves a text in review while somebody has to look at it", async () => {
    const { writer, ada, grace } = await people();
    const key = makePostmortem(writer);
    askFor(writer, key, [ada, grace]);
    takeReviewerOff(writer, { key, userId: grace.userId }, NOON);
    expect(stateOf(key)).toBe("in_review");
  });
});

describe("withdrawReview", () => {
  test("makes a draft of it again", async () => {
    const { writer, ada } = await people();
    const key = makePostmortem(writer);
    expect(() => withdrawReview(writer, { key, seenState: 0 }, NOON)).toThrow("Nobody has asked");
    askFor(writer, key, [ada]);
    withdrawReview(writer, seenNow(key), NOON);
    expect(stateOf(key)).toBe("draft");
    expect(listChangesOf(key)).toContain("postmortem:withdraw-review by Wanda");
  });
});

describe("dropPostmortem", () => {
  const reason = "A provider's outage, on which they published a report of their own.";

  test("takes a reason of some length where one is required, and can be taken back", async () => {
    const { writer } = await people();
    const key = makeIncident({ severity: "SEV1" });
    const drop = (words: string) => () =>
      dropPostmortem(writer, { ...seenNow(key), reason: words }, NOON);
    expect(drop("Too busy.")).toThrow("40 characters");
    drop(reason)();
    expect(getStanding(incidentIdOf(key))).toMatchObject({
      state: "not_required",
      reason,
      changedBy: "Wanda",
      changedAt: NOON,
      version: 1,
    });
    expect(drop(reason)).toThrow("Take that back first.");

    requirePostmortem(writer, seenNow(key), NOON);
    expect(getStanding(incidentIdOf(key))).toMatchObject({ state: "draft", reason: null });
    expect(() => requirePostmortem(writer, seenNow(key), NOON)).toThrow("required already");
    expect(listChangesOf(key)).toEqual(
      expect.arrayContaining(["postmortem:drop by Wanda", "postmortem:require by Wanda"]),
    );
  });

  test("does not overwrite what another did", async () => {
    const { writer, ada } = await people();
    const key = makePostmortem(writer);
    askFor(ada, key, [ada]);
    expect(() => dropPostmortem(writer, { key, reason, seenState: 0 }, NOON)).toThrow(
      "Ada moved this postmortem meanwhile: it is in review now.",
    );
  });
});

describe("showRoles", () => {
  test("is kept with the text, and told once", async () => {
    const { writer } = await people();
    const key = makePostmortem(writer);
    showRoles(writer, { key, showsRoles: true });
    showRoles(writer, { key, showsRoles: true });
    expect(findText(incidentIdOf(key))?.showsRoles).toBe(true);
    showRoles(writer, { key, showsRoles: false });
    expect(findText(incidentIdOf(key))?.showsRoles).toBe(false);
    expect(listChangesOf(key).filter((change) => /show-/.test(change))).toHaveLength(2);
    expect(() => showRoles(writer, { key: makeIncident(), showsRoles: true })).toThrow("begun");
  });
});

describe("readersTextOf", () => {
  test("gives names or roles, as was chosen, in live blocks too", async () => {
    const { writer } = await people();
    const key = makePostmortem(writer, "Wanda said so.\n\n```timeline\n```\n");
    const id = incidentIdOf(key);
    expect(readersTextOf(writer, id)).toMatchObject({
      body: "Wanda said so.\n\n```timeline\n```\n",
      blocks: { key },
    });
    showRoles(writer, { key, showsRoles: true });
    const shown = readersTextOf(writer, id);
    expect(shown?.body).toMatch(/^A responder said so\./);
    expect(shown?.body).not.toMatch(/Wanda|```timeline/);
    expect(shown?.blocks).toBeUndefined();
    expect(readersTextOf(writer, 404)).toBeUndefined();
  });
});
