import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { publishEdition } from "@/db/mutations/editions";
import { createPostmortem, writeText } from "@/db/mutations/postmortems";
import { dropPostmortem } from "@/db/mutations/reviews";
import { nextEditionOf } from "@/db/queries/publication";
import { getReviewDates } from "@/db/queries/reviews";
import { listWaitingReviews } from "@/db/queries/waiting-reviews";
import { incidents } from "@/db/schema";
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

const HOUR = 60 * 60_000;

function resolvedBy(
  commander: string,
  change: Partial<typeof incidents.$inferInsert> = {},
): string {
  const key = makeIncident();
  db()
    .update(incidents)
    .set({ commander, resolvedAt: NOON, status: "resolved", ...change })
    .where(eq(incidents.key, key))
    .run();
  return key;
}

describe("what waits for somebody", () => {
  test("are the reviews asked of them that they have not given", async () => {
    const [writer, ada, grace] = [
      await makePerson("Wanda"),
      await makePerson("Ada"),
      await makePerson("Grace"),
    ];
    const key = makePostmortem(writer);
    const waits = () => listWaitingReviews(ada, NOON).map(({ kind }) => kind);
    askFor(writer, key, [ada, grace]);
    expect(listWaitingReviews(ada, NOON)).toMatchObject([
      { kind: "review", key, dueAt: NOON + DAY, isOverdue: false, askedBy: "Wanda" },
    ]);
    expect(listWaitingReviews(ada, NOON + 2 * DAY)).toMatchObject([{ isOverdue: true }]);
    expect(listWaitingReviews(writer, NOON)).toEqual([]);

    judge(ada, key);
    expect(waits()).toEqual([]);
    writeText(writer, { key, text: "## Summary\n\nOther words.\n" }, NOON);
    expect(waits()).toEqual(["review"]);
    judge(grace, key, { verdict: "changes_requested", note: "More." });
    expect(waits()).toEqual([]);
  });

  test("are drafts of the incidents that they led, and texts soon to be published", async () => {
    const ada = await makePerson("Ada");
    const key = resolvedBy("Ada");
    const at = (hours: number) => listWaitingReviews(ada, NOON + hours * HOUR);
    expect(at(1)).toMatchObject([{ kind: "draft", key, dueAt: NOON + DAY, isOverdue: false }]);
    expect(at(25)).toMatchObject([{ kind: "draft", isOverdue: true }]);

    createPostmortem(ada, { key, body: "Short.\n" }, NOON + HOUR);
    expect(at(2)).toEqual([]);
    expect(at(49)).toMatchObject([{ kind: "review", dueAt: NOON + 3 * DAY, isOverdue: false }]);
    expect(at(73)).toMatchObject([{ kind: "review", isOverdue: true }]);
    expect(at(31 * 24)).toEqual([]);

    const seen = nextEditionOf(ada, incidentIdOf(key))?.seen ?? "";
    publishEdition(ada, { key, edition: 0, seen, withoutApproval: true }, NOON + 50 * HOUR);
    expect(at(73)).toEqual([]);
    expect(getReviewDates(incidentIdOf(key), NOON + 73 * HOUR)).toMatchObject([
      { step: "draft", state: "in_time" },
      { step: "review", state: "in_time" },
    ]);
  });

  test("is nothing of other people, lesser incidents, drills, or what needs no postmortem", async () => {
    const ada = await makePerson("Ada");
    resolvedBy("Grace");
    resolvedBy("Ada", { severity: "SEV3" });
    resolvedBy("Ada", { isDrill: true });
    resolvedBy("Ada", { resolvedAt: null });
    const key = resolvedBy("Ada");
    expect(listWaitingReviews(ada, NOON).map((each) => each.key)).toEqual([key]);
    const reason = "A provider's outage, on which they published a report of their own.";
    dropPostmortem(ada, { ...seenNow(key), reason }, NOON);
    expect(listWaitingReviews(ada, NOON)).toEqual([]);
    expect(getReviewDates(incidentIdOf(key), NOON)).toEqual([]);
  });

  test("is nothing for those who only read, nor of what they may not know of", async () => {
    const viewer = await makePerson("Ada", { role: "viewer" });
    resolvedBy("Ada");
    expect(listWaitingReviews(viewer, NOON)).toEqual([]);
    const bob = await makePerson("Bob");
    resolvedBy("Bob", { isPrivate: true });
    expect(listWaitingReviews(bob, NOON)).toEqual([]);
    expect(getReviewDates(404, NOON)).toEqual([]);
  });
});
