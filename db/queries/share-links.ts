import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { shareFollowers, shareLinks, shareQuestions, shareViews } from "@/db/schema";
import { shareLinkState } from "@/lib/domain/share-link";

export type ShareLinkRow = ReturnType<typeof listShareLinks>[number];

const OPEN_QUESTIONS = sql<number>`(select count(*) from ${shareQuestions}
  where ${shareQuestions.linkId} = ${shareLinks.id} and ${shareQuestions.answeredAt} is null)`;

/** An incident's share links, newest first, without what would open them. */
export function listShareLinks(incidentId: number, now = Date.now()) {
  const { id, label, createdBy, createdAt, expiresAt, revokedAt, rotatedAt } = shareLinks;
  const { lastViewedAt, views, version, passcodeHash } = shareLinks;
  const { sections, wording, showsMoney, showsPostmortem } = shareLinks;
  return db()
    .select({
      id,
      incidentId: shareLinks.incidentId,
      label,
      createdBy,
      createdAt,
      expiresAt,
      revokedAt,
      rotatedAt,
      lastViewedAt,
      views,
      version,
      sections,
      wording,
      showsMoney,
      showsPostmortem,
      hasPasscode: sql<boolean>`${passcodeHash} is not null`.mapWith(Boolean),
      openQuestions: OPEN_QUESTIONS,
    })
    .from(shareLinks)
    .where(eq(shareLinks.incidentId, incidentId))
    .orderBy(desc(createdAt), desc(id))
    .all()
    .map((link) => ({ ...link, state: shareLinkState(link, now) }));
}

/** One of an incident's links; `undefined` for another incident's. */
export const findLinkOf = (incidentId: number, id: number, now = Date.now()) =>
  listShareLinks(incidentId, now).find((link) => link.id === id);

const MOST_DAYS = 90;

/** On which days a link was read and how often, the newest first. */
export function listShareViews(linkId: number) {
  const { day, views } = shareViews;
  return db()
    .select({ day, views })
    .from(shareViews)
    .where(eq(shareViews.linkId, linkId))
    .orderBy(desc(day))
    .limit(MOST_DAYS)
    .all();
}

/** How many follow a link by e-mail. */
export function countFollowers(linkId: number): number {
  const row = db()
    .select({ count: count() })
    .from(shareFollowers)
    .where(and(eq(shareFollowers.linkId, linkId), eq(shareFollowers.state, "active")))
    .get();
  return row?.count ?? 0;
}

/** What was asked through an incident's links: what waits first, then the newest. */
export function listShareQuestions(incidentId: number) {
  const { id, text, asker, askedAt, answer, answeredBy, answeredAt, version } = shareQuestions;
  return db()
    .select({
      id,
      text,
      asker,
      askedAt,
      answer,
      answeredBy,
      answeredAt,
      version,
      label: shareLinks.label,
    })
    .from(shareQuestions)
    .innerJoin(shareLinks, eq(shareLinks.id, shareQuestions.linkId))
    .where(eq(shareQuestions.incidentId, incidentId))
    .orderBy(sql`${answeredAt} is not null`, desc(askedAt), desc(id))
    .all();
}

export type ShareQuestion = ReturnType<typeof listShareQuestions>[number];

/** The questions of an incident that nobody has answered or closed. */
export function listOpenQuestions(incidentId: number) {
  const { id, text, askedAt } = shareQuestions;
  return db()
    .select({ id, text, askedAt, label: shareLinks.label })
    .from(shareQuestions)
    .innerJoin(shareLinks, eq(shareLinks.id, shareQuestions.linkId))
    .where(and(eq(shareQuestions.incidentId, incidentId), isNull(shareQuestions.answeredAt)))
    .orderBy(askedAt, id)
    .all();
}
