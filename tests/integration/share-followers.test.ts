import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { composeFollowerMail, followerOf } from "@/app/outbox/followers";
import { db } from "@/db/client";
import {
  askToFollow,
  confirmFollowing,
  forgetFollowers,
  noteFollowerAttempt,
  stopFollowing,
} from "@/db/mutations/share-followers";
import { createShareLink, revokeShareLink } from "@/db/mutations/share-links";
import { tellFollowers } from "@/db/mutations/share-news";
import { postUpdate } from "@/db/mutations/updates";
import { findFollower } from "@/db/queries/public/share-follower";
import { outbox, shareFollowers } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The audit record stamps its entries by the clock, and what is new is told by them. */
const now = () => Date.now();
const place = (at: number) => ({ now: at, withDemo: true, baseUrl: "https://muster.example.com" });

function follow(address = "ada@example.com") {
  const key = makeIncident();
  const link = createShareLink(makeViewer(), { key, label: "Acme" });
  askToFollow(link, address);
  return { key, link, token: tokenOf(address) };
}

const rowOf = (address: string) =>
  db().select().from(shareFollowers).where(eq(shareFollowers.address, address)).get();
const tokenOf = (address: string) => rowOf(address)?.token ?? "";
const messages = () =>
  db()
    .select()
    .from(outbox)
    .all()
    .filter((claim) => followerOf(claim));

const post = (key: string, message: string, audience: "external" | "internal" = "external") =>
  postUpdate(makeViewer(), { key, audience, message, status: "investigating" });

describe("askToFollow", () => {
  test("sends a way to confirm, which tells nothing of the incident", () => {
    const { token } = follow();
    const [claim] = messages();
    const mail = claim && composeFollowerMail(claim, place(now()));
    expect(mail).toMatchObject({ recipient: "ada@example.com" });
    expect(mail?.text).toContain(`https://muster.example.com/s/follow/${token}`);
    expect(mail?.text).not.toMatch(/INC-|Acme/);
    expect(findFollower(token)).toEqual({ state: "asked", hint: "a…@example.com" });
  });

  test("sends no second one within ten minutes, and none to who follows", () => {
    const { link, token } = follow();
    askToFollow(link, " Ada@Example.com ");
    expect(messages()).toHaveLength(1);
    askToFollow(link, "ada@example.com", now() + 11 * MINUTE);
    expect(messages()).toHaveLength(2);
    confirmFollowing(token);
    askToFollow(link, "ada@example.com", now() + 60 * MINUTE);
    expect(messages()).toHaveLength(2);
  });

  test("refuses what is no address", () => {
    const { link } = follow();
    expect(() => askToFollow(link, "nobody")).toThrow("Write an e-mail address");
  });

  test("is forgotten when nobody confirms it for a week", () => {
    const { token } = follow();
    forgetFollowers(now() + 6 * DAY);
    expect(findFollower(token)).toBeDefined();
    forgetFollowers(now() + 8 * DAY);
    expect(findFollower(token)).toBeUndefined();
  });
});

describe("tellFollowers", () => {
  function news(at = now() + 2 * MINUTE) {
    tellFollowers(at);
    return messages().flatMap((claim) => {
      const mail = composeFollowerMail(claim, place(at));
      return mail && "since" in claim.payload ? [mail] : [];
    });
  }

  test("tells who confirmed what is new on the page, once", () => {
    const { key, token } = follow();
    confirmFollowing(token, now() - 1);
    post(key, "We look at the database.");

    const mails = news();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("We look at the database.");
    expect(mails[0]?.list).toMatchObject({
      leave: `https://muster.example.com/s/follow/${token}/leave`,
    });
    expect(news(now() + 4 * MINUTE)).toHaveLength(1);
  });

  test("waits a minute, so that what comes together is told together", () => {
    const { key, token } = follow();
    confirmFollowing(token, now() - 1);
    post(key, "We look at the database.");
    expect(news(now())).toEqual([]);
  });

  test("tells nothing of what the link does not show", () => {
    const { key, token } = follow();
    confirmFollowing(token, now() - 1);
    post(key, "Only for us.", "internal");
    expect(news()).toEqual([]);
  });

  test("tells nobody who has not confirmed, has left, or whose link ended", () => {
    const { key, link, token } = follow();
    post(key, "We look at the database.");
    expect(news()).toEqual([]);

    confirmFollowing(token, now() - 1);
    post(key, "We look at the network.");
    const waiting = news(now() + 2 * MINUTE);
    expect(waiting).toHaveLength(1);
    stopFollowing(token);
    expect(news(now() + 2 * MINUTE)).toEqual([]);

    confirmFollowing(token, now() - 1);
    revokeShareLink(makeViewer(), link);
    expect(news(now() + 2 * MINUTE)).toEqual([]);
  });

  test("gives up an address that refuses three mails in a row", () => {
    const { token } = follow();
    confirmFollowing(token);
    const id = rowOf("ada@example.com")?.id ?? 0;
    for (let i = 0; i < 3; i += 1) noteFollowerAttempt(id, { is: "refused", problem: "No." });
    expect(findFollower(token)?.state).toBe("failing");
  });
});
