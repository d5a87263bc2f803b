import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createShareLink } from "@/db/mutations/share-links";
import { tryPasscode } from "@/db/mutations/share-passcodes";
import { findShareLink } from "@/db/queries/public/share";
import { auditLog } from "@/db/schema";
import { hashPasscode } from "@/lib/auth/password";
import { isLocked, passFor } from "@/lib/share-pass";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncidentRow } from "../support/make-publication";

freshDatabase();
beforeEach(() => {
  globalThis.musterRefusals = undefined; // so many a minute are written down
});

const NOW = Date.UTC(2026, 0, 5, 12);
const MINUTE = 60_000;

async function lockedLink(passcode = "tulip 7") {
  const { key } = makeIncidentRow();
  const passcodeHash = await hashPasscode(passcode);
  const { token } = createShareLink(makeViewer(), { key, label: "Acme", passcodeHash }, NOW);
  const link = findShareLink(token, NOW);
  if (!link) throw new Error("The link does not work.");
  return { token, link };
}

const from = (address: string, passcode: string) => ({ address, passcode });

describe("tryPasscode", () => {
  test("tells the right one from a wrong one", async () => {
    const { link } = await lockedLink();
    expect(await tryPasscode(link, from("192.0.2.1", "tulip 8"), NOW)).toBe("wrong");
    expect(await tryPasscode(link, from("192.0.2.1", "tulip 7"), NOW)).toBe("fits");
  });

  test("looks at no more from a place that guesses, and at those of other places", async () => {
    const { link } = await lockedLink();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await tryPasscode(link, from("192.0.2.1", `no ${tries}xx`), NOW)).toBe("wrong");
    }
    expect(await tryPasscode(link, from("192.0.2.1", "tulip 7"), NOW)).toBe(MINUTE);
    expect(await tryPasscode(link, from("192.0.2.2", "tulip 7"), NOW)).toBe("fits");
    expect(await tryPasscode(link, from("192.0.2.1", "tulip 7"), NOW + MINUTE)).toBe("fits");
  });

  test("looks at few in all, however many places guess", async () => {
    const { link } = await lockedLink();
    let looked = 0;
    for (let tries = 0; tries < 1000; tries += 1) {
      const outcome = await tryPasscode(link, from(`198.51.100.${tries}`, "nothing"), NOW + tries);
      if (outcome === "wrong") looked += 1;
    }
    expect(looked).toBe(20);
  });

  test("writes down that somebody was refused, without what they typed", async () => {
    const { link } = await lockedLink();
    await tryPasscode(link, from("192.0.2.1", "my-own-secret"), NOW);
    const rows = db().select().from(auditLog).all();
    expect(rows.at(-1)).toMatchObject({
      kind: "refusal",
      actor: "Somebody with the link for Acme",
      action: "share-link:unlock",
      detail: { link: link.id, why: "wrong passcode" },
    });
    expect(JSON.stringify(rows)).not.toContain("my-own-secret");
  });
});

describe("isLocked", () => {
  test("is false with the pass of this link and of no other", async () => {
    const [one, other] = [await lockedLink(), await lockedLink()];
    const pass = passFor(one.token, one.link);
    expect(isLocked(one.link, one.token, pass)).toBe(false);
    expect(isLocked(one.link, one.token, undefined)).toBe(true);
    expect(isLocked(other.link, other.token, pass)).toBe(true);
  });

  test("is true again with another passcode or another token", async () => {
    const { link, token } = await lockedLink();
    const pass = passFor(token, link);
    expect(isLocked({ passcodeHash: "another" }, token, pass)).toBe(true);
    expect(isLocked(link, "another", pass)).toBe(true);
  });

  test("is never true of a link without a passcode", () => {
    expect(isLocked({ passcodeHash: null }, "token", undefined)).toBe(false);
  });
});
